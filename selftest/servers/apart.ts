import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type Socket } from 'node:net';
import { createBackend } from '../../backend/backend.ts';
import { listen } from '../../backend/listen.ts';
import type { ServedSubject } from '../subject.ts';
import { served } from './front.ts';
import { token, tokens } from './tokens.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A server of its own kind, with volumes from a working backend: only the part on trial is odd. */
export async function serveApart(handler: Handler): Promise<ServedSubject> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => handler(request, response, Buffer.concat(chunks).toString()));
    request.on('error', () => {});
    response.on('error', () => {});
  });
  return beside(await served(server, () => 0));
}

/** The same with a bare socket, for output that no HTTP library would send. */
export async function serveSocket(speak: (socket: Socket) => void): Promise<ServedSubject> {
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', () => speak(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  };
  return beside({ url: `http://127.0.0.1:${port}`, statesUrl: '', token, remaining: () => 0, close });
}

async function beside(odd: ServedSubject): Promise<ServedSubject> {
  const backend = createBackend({ tokens });
  const hook = await listen(backend);
  return {
    ...odd,
    statesUrl: hook.statesUrl,
    remaining: () => backend.state.volumes.size,
    close: async () => {
      await Promise.all([odd.close(), hook.close()]);
    },
  };
}

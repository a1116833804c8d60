import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createRaw, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { openTransport, type Transport, type TransportOptions } from '../../wire/transport.ts';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A port of the loopback for the length of a test; everything that hangs on it is closed with it. */
export async function open(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that keeps what arrives; `connections` counts how often it was dialled. */
export async function httpServer(answer: RequestListener) {
  const arrived: Arrived[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url: path, headers } = request;
    arrived.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') });
    answer(request, response);
  });
  server.on('connection', () => {
    connections += 1;
  });
  return { url: await open(server), arrived, connections: () => connections };
}

/** A server that speaks whatever it likes once a request has come. */
export function rawServer(speak: (socket: Socket) => void): Promise<string> {
  return open(createRaw((socket) => void socket.once('data', () => speak(socket))));
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<string> {
  const server = createRaw();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}

export function transportTo(url: string, options: Partial<TransportOptions> = {}): Transport {
  const transport = openTransport({ url, timeoutMs: 5000, ...options });
  onTestFinished(() => transport.close());
  return transport;
}

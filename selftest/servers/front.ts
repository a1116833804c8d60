import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BackendOptions, createBackend } from '../../backend/backend.ts';
import type { ServedSubject } from '../subject.ts';
import { token, tokens } from './tokens.ts';

/** An answer on its way out. */
export interface FrontReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A request as it was received; `count`: the number of requests before it. */
export interface FrontCall {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
  readonly count: number;
}

/** The part between the service and the wire. Only `hook` touches the state hook. */
export interface Front {
  /** Answers in place of the service. */
  readonly instead?: (call: FrontCall, request: IncomingMessage) => FrontReply | undefined;
  /** Another answer in place of this one. */
  readonly dress?: (reply: FrontReply, call: FrontCall) => FrontReply | Promise<FrontReply>;
  /** Writes the answer, if it is not sent plainly. */
  readonly write?: (reply: FrontReply, response: ServerResponse, call: FrontCall) => void | Promise<void>;
  readonly server?: (server: Server) => void;
  /** Changes the hook's answers. */
  readonly hook?: (call: FrontCall, ask: (body: Buffer) => Promise<FrontReply>) => Promise<FrontReply>;
}

/** The reference backend behind a front, on a port of the loopback. */
export async function serveFront(front: Front, options: BackendOptions = {}): Promise<ServedSubject> {
  const backend = createBackend({ tokens, ...options });
  let count = 0;

  async function ask(call: FrontCall, headers: Record<string, string>): Promise<FrontReply> {
    const { method, path, body } = call;
    const init = method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(body) };
    const response = await backend.app.request(`http://front${path}`, { method, headers, ...init });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: Object.fromEntries(response.headers), body: bytes };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = 'GET', url: path = '/' } = request;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    if (path.startsWith('/states')) {
      const call = { method, path, body: Buffer.concat(chunks), count: -1 };
      const through = (body: Buffer): Promise<FrontReply> => ask({ ...call, body }, headers);
      return plainly(await (front.hook?.(call, through) ?? through(call.body)), response);
    }
    const call = { method, path, body: Buffer.concat(chunks), count };
    count += 1;
    const reply = front.instead?.(call, request) ?? (await ask(call, headers));
    const dressed = (await front.dress?.(reply, call)) ?? reply;
    await (front.write ?? plainly)(dressed, response, call);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  front.server?.(server);
  return served(server, () => backend.state.volumes.size);
}

/** Puts a server on a port; the hook is at its `/states`. */
export async function served(server: Server, remaining: () => number): Promise<ServedSubject> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url, statesUrl: `${url}/states`, token, remaining, close };
}

/** Writes an answer in one piece. */
export function plainly({ status, headers, body }: FrontReply, response: ServerResponse): void {
  response.writeHead(status, headers).end(body);
}

/** An answer of JSON text. */
export function jsonReply(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): FrontReply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** The answer with its JSON changed. */
export function reJson(reply: FrontReply, change: (value: Record<string, unknown>) => unknown): FrontReply {
  const value = JSON.parse(reply.body.toString()) as Record<string, unknown>;
  return { ...reply, body: Buffer.from(JSON.stringify(change(value))) };
}

/** Whether the call is the operation itself. */
export const isAction = ({ path }: FrontCall): boolean => path.endsWith('/action');

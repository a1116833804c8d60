import { createServer, type RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A service in this very process: an `http.Server`, listening or not yet, or a function to call for each request, such
 * as an Express app, Koa's `callback()`, or Fastify's `server` after `ready()`.
 */
export type App = Server | RequestListener;

/** An app that can be reached. */
export interface Served {
  /** Base URL on loopback, without a trailing slash. */
  readonly url: string;
  /** Ends everything that serving it has begun, connections included. A server that was listening before goes on. */
  readonly close: () => Promise<void>;
}

/** An app of this process that cannot be served; the message says why and what to do. */
export class AppError extends Error {
  override readonly name = 'AppError';
}

const loopback = '127.0.0.1';

/** Grace for requests under way before connections are closed, in ms. */
const graceMs = 200;

/**
 * Whether a value is an app rather than settings. A function always is, whatever members it has: an Express app has
 * `listen`, too.
 */
export const isApp = (value: unknown): value is App =>
  typeof value === 'function' || (typeof value === 'object' && value !== null && 'listen' in value);

/**
 * Makes an app reachable: if it does not listen yet, at any free port of loopback.
 *
 * @throws AppError if it is a server of another protocol, listens at no port, or cannot have one
 */
export async function serve(app: App): Promise<Served> {
  const server = typeof app === 'function' ? createServer(app) : app;
  if (!(server instanceof Server))
    throw new AppError(
      'the app is not a server of node:http: pass the server of the framework (app.server), or certify an app that serves TLS or HTTP/2 by its URL',
    );
  if (server.listening) return { url: urlOf(server), close: async () => {} };
  await listen(server);
  return { url: urlOf(server), close: () => close(server) };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void =>
      reject(new AppError(`the app cannot be served on ${loopback}: ${cause.message}`, { cause }));
    server.once('error', fail);
    server.listen(0, loopback, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

function urlOf(server: Server): string {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string')
    throw new AppError('the app listens on a socket of the file system: let it listen on a port');
  return `http://${hostOf(address)}:${address.port}`;
}

/** A server that listens at all addresses is reached by IPv4 loopback, because many a container has no `::1`. */
function hostOf({ address }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return loopback;
  return address.includes(':') ? `[${address}]` : address;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Backend } from './backend.ts';

/** The place to listen: port 0 takes any free port. */
export interface ListenOptions {
  readonly port?: number | undefined;
  readonly host?: string | undefined;
}

export interface Listening {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** URL of the state hook. */
  readonly statesUrl: string;
  /** Lets requests under way finish for a moment, then ends every connection. */
  readonly close: () => Promise<void>;
}

const GRACE_MS = 200;

/** Enough for the longest token that a file or a variable may hold; the default is 16 KiB. */
const maxHeaderSize = 128 * 1024;

/** Puts the backend on a port of `host`; rejects with the socket's error if the port is not available. */
export async function listen(backend: Backend, options: ListenOptions = {}): Promise<Listening> {
  const { port = 0, host = '127.0.0.1' } = options;
  const { server, address } = await new Promise<{ server: Server; address: AddressInfo }>((resolve, reject) => {
    const starting = serve(
      {
        fetch: backend.app.fetch,
        port,
        hostname: host,
        overrideGlobalObjects: false,
        serverOptions: { maxHeaderSize },
      },
      (address) => {
        starting.off('error', reject);
        // only the plain HTTP/1.1 server can be the result: no other one was asked for
        resolve({ server: starting as Server, address });
      },
    );
    starting.once('error', reject);
  });
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const url = `http://${name}:${address.port}`;
  return { url, statesUrl: `${url}/states`, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

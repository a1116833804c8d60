import type { Socket } from 'node:net';
import { isAction, jsonReply, plainly } from '../servers/front.ts';
import type { Variant } from './variant.ts';

/** A number that looks random and is the same in every run. */
const scattered = (count: number): number => ((count * 2_654_435_761) >>> 8) % 100;

/** Right servers behind another network, with other hosts in between. */
export const connections: readonly Variant[] = [
  {
    id: 'latency',
    summary: 'every answer takes 20 to 100 ms',
    front: {
      async write(reply, response, call) {
        await new Promise((done) => setTimeout(done, 20 + (scattered(call.count) * 80) / 100));
        plainly(reply, response);
      },
    },
  },
  {
    id: 'no-keep-alive',
    summary: 'every connection is closed after its answer, and says so',
    front: { dress: (reply) => ({ ...reply, headers: { ...reply.headers, connection: 'close' } }) },
  },
  {
    id: 'closes-idle',
    summary: 'a connection that is idle for 5 ms is closed without notice',
    front: {
      server(server) {
        server.keepAliveTimeout = 5;
      },
    },
  },
  {
    id: 'closes-after-ten',
    summary: 'a connection is closed after ten answers',
    front: {
      server(server) {
        server.maxRequestsPerSocket = 10;
      },
    },
  },
  {
    id: 'http-1-0',
    summary: 'answers are of HTTP/1.0 and end with the connection',
    front: {
      write({ status, headers, body }, response) {
        const socket = response.socket as Socket;
        const lines = Object.entries(headers)
          .filter(([name]) => name !== 'content-length')
          .map(([name, value]) => `${name}: ${value}\r\n`);
        socket.end(Buffer.concat([Buffer.from(`HTTP/1.0 ${status} X\r\n${lines.join('')}\r\n`), body]));
      },
    },
  },
  {
    id: 'rate-limited',
    summary: 'every tenth request is answered with 429 and a second to wait',
    front: {
      instead: ({ count }) =>
        count % 10 === 9
          ? jsonReply(429, { error: { message: 'slow down', code: 'X' } }, { 'retry-after': '0.1' })
          : undefined,
    },
  },
  {
    id: 'rate-limited-by-date',
    summary: 'every fortieth request is answered with 429, with a date to come back at',
    front: {
      instead: ({ count }) =>
        count % 40 === 39
          ? {
              status: 429,
              headers: { 'retry-after': new Date(Date.now() + 1000).toUTCString() },
              body: Buffer.alloc(0),
            }
          : undefined,
    },
  },
  {
    id: 'flaky',
    summary: 'one request in fifty is answered with 503 and HTML',
    front: {
      instead: ({ count }) =>
        count % 50 === 49
          ? { status: 503, headers: { 'content-type': 'text/html' }, body: Buffer.from('<h1>later</h1>') }
          : undefined,
    },
  },
  {
    id: 'drops-before',
    summary: 'one extension in sixty is not taken: its connection is closed',
    front: {
      instead(call, request) {
        if (!isAction(call) || scattered(call.count) > 1) return undefined;
        request.socket.destroy();
        return jsonReply(500, {});
      },
    },
  },
  {
    id: 'drops-after',
    summary: 'one extension in sixty is carried out, and its connection closed without an answer',
    front: {
      write(reply, response, call) {
        if (isAction(call) && scattered(call.count) <= 1) response.socket?.destroy();
        else plainly(reply, response);
      },
    },
  },
];

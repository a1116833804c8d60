import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type Fronts, isExtension, json, onAction } from './on-action.ts';

/** An endless answer, as fast as the client reads. */
function flood(response: ServerResponse, chunk: Buffer, most = Number.POSITIVE_INFINITY): void {
  let sent = 0;
  const more = (): void => {
    while (sent < most && !response.destroyed) {
      sent += chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  response.on('error', () => {});
  more();
}

const spaces = Buffer.alloc(64 * 1024, ' ');
let packed: Buffer | undefined;
/** The bomb is packed before its first use, which takes a second. */
function bomb(): Buffer {
  packed ??= gzipSync(Buffer.alloc(256 * 1024 * 1024, ' '));
  return packed;
}

/** Bodies that never end, are no JSON, or are not of their declared kind. */
export const bodies: Fronts = {
  'endless-body': [
    'a body that never ends',
    {
      write: onAction((response) => {
        response.writeHead(200, json);
        flood(response, spaces);
      }),
    },
  ],
  'gigabyte-body': [
    'a body of 1 GB',
    {
      write: onAction((response) => {
        response.writeHead(400, json);
        flood(response, spaces, 1024 ** 3);
      }),
    },
  ],
  'gzip-bomb': [
    'a body that unpacks to 256 MB',
    {
      write: onAction((response) => void response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb())),
    },
  ],
  'broken-gzip': [
    'a body that calls itself gzip and is none',
    {
      write: onAction(
        (response, reply) =>
          void response.writeHead(reply.status, { ...json, 'content-encoding': 'gzip' }).end(reply.body),
      ),
    },
  ],
  'deep-json': [
    'JSON that nests 100,000 deep',
    {
      dress: (reply, call) =>
        isExtension(call)
          ? { ...reply, body: Buffer.from(`{"job_id":${'['.repeat(100_000)}${']'.repeat(100_000)}}`) }
          : reply,
    },
  ],
  'byte-a-second': [
    'one byte a second',
    {
      write: onAction((response, { status, body }) => {
        response.writeHead(status, { ...json, 'content-length': body.length });
        const timer = setInterval(() => response.write(' '), 1000);
        response.on('close', () => clearInterval(timer));
      }),
    },
  ],
  'invalid-utf8': [
    'bytes that are no UTF-8',
    {
      dress: (reply, call) =>
        isExtension(call) ? { ...reply, body: Buffer.from([0x7b, 0xff, 0xfe, 0xc0, 0x80, 0x7d]) } : reply,
    },
  ],
  'wrong-length': [
    'a body shorter than it says',
    {
      write: onAction(
        (response, { status, body }) =>
          void response.writeHead(status, { ...json, 'content-length': body.length + 50 }).write(body),
      ),
    },
  ],
  'prototype-keys': [
    'keys that JavaScript knows',
    {
      dress: (reply, call) =>
        isExtension(call)
          ? {
              ...reply,
              body: Buffer.from(
                '{"__proto__":{"job_id":"1"},"constructor":{"name":"x"},"toString":1,"job_id":{"toString":null}}',
              ),
            }
          : reply,
    },
  ],
};

import { deflateSync, gzipSync } from 'node:zlib';
import { type FrontReply, isAction } from '../servers/front.ts';
import type { Variant } from './variant.ts';

const labelled =
  (type: string) =>
  (reply: FrontReply): FrontReply => ({ ...reply, headers: { ...reply.headers, 'content-type': type } });

const packed =
  (encoding: string, pack: (body: Buffer) => Buffer) =>
  (reply: FrontReply): FrontReply =>
    reply.body.length === 0
      ? reply
      : { ...reply, headers: { ...reply.headers, 'content-encoding': encoding }, body: pack(reply.body) };

const spaced = (reply: FrontReply): FrontReply =>
  reply.body.length === 0
    ? reply
    : { ...reply, body: Buffer.from(`\n  ${JSON.stringify(JSON.parse(reply.body.toString()), null, 4)}\n\n`) };

/** Right servers with another form of answers. */
export const answers: readonly Variant[] = [
  {
    id: 'charset',
    summary: 'JSON is labelled with a charset',
    front: { dress: labelled('application/json;charset=UTF-8') },
  },
  {
    id: 'json-suffix',
    summary: 'JSON is labelled as a JSON of its own',
    front: { dress: labelled('application/vnd.evs.v2+json') },
  },
  { id: 'pretty', summary: 'JSON is indented, with blank lines around', front: { dress: spaced } },
  { id: 'gzip', summary: 'answers are packed with gzip', front: { dress: packed('gzip', gzipSync) } },
  { id: 'deflate', summary: 'answers are packed with deflate', front: { dress: packed('deflate', deflateSync) } },
  {
    id: 'chunked',
    summary: 'answers come in chunks of five bytes',
    front: {
      write({ status, headers, body }, response) {
        response.writeHead(status, headers);
        for (let at = 0; at < body.length; at += 5) response.write(body.subarray(at, at + 5));
        response.end();
      },
    },
  },
  {
    id: 'split',
    summary: 'half of an answer comes 30 ms after the other, in the middle of a character',
    front: {
      async write({ status, headers, body }, response) {
        response.writeHead(status, headers).write(body.subarray(0, body.length >> 1));
        await new Promise((done) => setTimeout(done, 30));
        response.end(body.subarray(body.length >> 1));
      },
    },
  },
  {
    id: 'header-case',
    summary: 'header names are in capitals, and there are many more of them',
    front: {
      dress: ({ headers, ...reply }) => ({
        ...reply,
        headers: Object.fromEntries([
          ...Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
          ...Array.from({ length: 40 }, (_, at) => [`X-REQUEST-TRACE-${at}`, 'x'.repeat(60)]),
        ]),
      }),
    },
  },
  {
    id: 'cookies',
    summary: 'every answer sets cookies',
    front: {
      dress: (reply) => ({ ...reply, headers: { ...reply.headers, 'set-cookie': 'session=1; Path=/; HttpOnly' } }),
    },
  },
  {
    id: 'long-job-ids',
    summary: 'job ids are 200 characters, with signs that a path has to escape',
    backend: { change: (rules) => ({ jobId: (...args) => `job:${rules.jobId(...args)}/+ ${'ü'.repeat(150)}` }) },
  },
  {
    id: 'hex-job-ids',
    summary: 'job ids are 32 hexadecimal digits',
    backend: { change: (rules) => ({ jobId: (...args) => rules.jobId(...args).replaceAll('-', '') }) },
  },
  {
    id: 'decimal-job-ids',
    summary: 'job ids are strings of decimal digits',
    backend: {
      change: () => {
        let next = 900_719_925_474_099_000n;
        return {
          jobId: () => {
            next += 1n;
            return String(next);
          },
        };
      },
    },
  },
  {
    id: 'head-refused',
    summary: 'methods that are not documented are answered with 501',
    front: {
      instead: (call) =>
        isAction(call) && call.method !== 'POST' ? { status: 501, headers: {}, body: Buffer.alloc(0) } : undefined,
    },
  },
];

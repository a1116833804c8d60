import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { serveApart } from '../servers/apart.ts';
import { type Call, type Front, isAction, jsonReply, plainly, type Reply, serveFront } from '../servers/front.ts';
import { token } from '../servers/tokens.ts';
import type { Subject } from '../subject.ts';
import { flatterer } from './flatterer.ts';
import { heavy } from './heavy.ts';

/** Text that some reader of a report obeys: a browser, a terminal, an XML or CSV reader, a person. */
export const poison = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '\u001b[2J\u001b]0;owned\u0007\u009b31m',
  ']]><!-- & &lt; \u0000',
  '=HYPERLINK("http://evil","x")',
  '\u202egnp.exe\u2066',
  `${token} $EVS_TOKEN \${EVS_TOKEN} $(id) \`id\` ' " \\`,
].join(' ');

const json = { 'content-type': 'application/json' };

/** The first contact, which is no extension, gets a plain answer: what is hostile is to be met in the middle of a run. */
const isExtension = (call: Call): boolean => call.method === 'POST' && isAction(call);

/** An endless answer, as fast as it is read. */
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

const onAction =
  (odd: (response: ServerResponse, reply: Reply) => void): NonNullable<Front['write']> =>
  (reply, response, call) => {
    if (isExtension(call)) odd(response, reply);
    else plainly(reply, response);
  };

const spaces = Buffer.alloc(64 * 1024, ' ');
let packed: Buffer | undefined;
/** Packed where it is first thrown, which takes a second. */
function bomb(): Buffer {
  packed ??= gzipSync(Buffer.alloc(256 * 1024 * 1024, ' '));
  return packed;
}

const fronts: Readonly<Record<string, readonly [string, Front]>> = {
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
  'large-header': [
    'a header of 10 MB',
    {
      write: onAction((response) => {
        const { socket } = response;
        socket?.on('error', () => {});
        socket?.write(`HTTP/1.1 200 OK\r\nx-large: ${'x'.repeat(10 * 1024 * 1024)}\r\n\r\n`);
      }),
    },
  ],
  'many-headers': [
    'ten thousand headers',
    {
      write: onAction((response, { status, body }) => {
        const headers = Array.from({ length: 10_000 }, (_, at) => `x-${at}: ${at}\r\n`).join('');
        response.socket?.on('error', () => {});
        response.socket?.end(
          `HTTP/1.1 ${status} X\r\n${headers}content-length: ${body.length}\r\n\r\n${body.toString()}`,
        );
      }),
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
  'contradictory-headers': [
    'two lengths, two types and both ways of framing',
    {
      write: onAction((response, { status, body }) => {
        response.socket?.on('error', () => {});
        response.socket?.end(
          `HTTP/1.1 ${status} X\r\ncontent-length: 3\r\ncontent-length: ${body.length}\r\ntransfer-encoding: chunked\r\ncontent-type: text/html\r\ncontent-type: application/json\r\n\r\n${body.toString()}`,
        );
      }),
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
  'early-hints': [
    'a hundred informational answers before the real one',
    {
      write: onAction((response, reply) => {
        for (let at = 0; at < 100; at += 1) response.writeProcessing();
        plainly(reply, response);
      }),
    },
  ],
  'poisonous-answers': [
    'markup, terminal escapes, formulas and the token itself in every field',
    {
      dress: (reply, call) =>
        isExtension(call) && reply.status >= 400
          ? {
              status: reply.status,
              headers: { ...json, 'x-echo': token },
              body: Buffer.from(JSON.stringify({ [poison]: poison, error: { message: poison, code: 7 } })),
            }
          : reply,
    },
  ],
  'poisonous-success': [
    'the same in a job id',
    {
      dress: (reply, call) =>
        isExtension(call) && reply.status === 200
          ? { ...reply, body: Buffer.from(JSON.stringify({ job_id: poison })) }
          : reply,
    },
  ],
  'poisonous-detail': [
    'the same in the name and the state of a volume',
    {
      dress: (reply, call) =>
        call.method === 'GET' && reply.status === 200 && !call.path.includes('/jobs/')
          ? {
              ...reply,
              body: Buffer.from(
                JSON.stringify({
                  volume: {
                    ...(JSON.parse(reply.body.toString()) as { volume: object }).volume,
                    status: poison,
                    name: poison,
                  },
                }),
              ),
            }
          : reply,
    },
  ],
  'retry-after-of-a-year': [
    'a wish to be asked again in a year, and in a number without end',
    {
      dress: (reply, call) =>
        isExtension(call)
          ? jsonReply(503, {}, { 'retry-after': call.count % 2 ? '31536000' : '9'.repeat(400) })
          : reply,
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
  'poisonous-hook': [
    'a hook that refuses with the same',
    {
      async hook(call, ask) {
        if (call.body.includes('"in-use"')) return jsonReply(422, { reason: poison });
        return ask(call.body);
      },
    },
  ],
};

/** Requests that came where none may: the redirect's target counts them. */
async function serveRedirect(): ReturnType<Subject['start']> {
  let strayed = 0;
  const elsewhere = createServer((_request, response) => {
    strayed += 1;
    response.end();
  });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/stolen`;
  const front = await serveFront({
    dress: (reply, call) => (isExtension(call) ? { status: 307, headers: { location }, body: Buffer.alloc(0) } : reply),
  });
  return {
    ...front,
    // a request there is as bad as a volume left behind
    remaining: () => front.remaining() + strayed,
    close: async () => {
      await front.close();
      await new Promise((done) => elsewhere.close(done));
    },
  };
}

const hostileOne = (id: string, summary: string, start: Subject['start']): Subject => ({
  id,
  kind: 'hostile',
  summary: `answers with ${summary}`,
  owner: null,
  mayFail: [],
  expects: 'survived',
  limits: { requestMs: 1_500, jobMs: 500 },
  start,
});

/** Servers that mean harm: the suite has to come back with a report, whatever it says, and leak nothing. */
export const hostile: readonly Subject[] = [
  ...Object.entries({ ...fronts, ...heavy }).map(([id, [summary, front]]) =>
    hostileOne(id, summary, () => serveFront(front)),
  ),
  hostileOne('flatterer', 'a job, and look-ups with whatever was asked for last', () => serveApart(flatterer())),
  hostileOne('redirect-elsewhere', 'a redirect to another host', serveRedirect),
];

import type { Socket } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import type { TransportOptions } from '../../wire/transport.ts';
import { closedPort, httpServer, rawServer, transportTo } from './servers.ts';

const head = 'HTTP/1.1 200 OK\r\n';

async function replyOf(url: string, options: Partial<TransportOptions> = {}) {
  const { reply } = await transportTo(url, options).send({ method: 'POST', path: '/', body: '{}' });
  return reply;
}

const speaking = (text: string | Buffer) => (socket: Socket) => void socket.end(text);

describe('a server that never comes to an end is a timeout', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['says nothing', () => {}],
    ['sends its headers alone', (socket) => socket.write(`${head}content-length: 5\r\n\r\n`)],
    ['stops in its headers', (socket) => socket.write(head)],
    ['stops in its body', (socket) => socket.write(`${head}content-length: 5\r\n\r\nab`)],
    ['sends a byte now and then', (socket) => drip(socket, `${head}content-length: 500\r\n\r\n`)],
    ['sends its headers byte by byte', (socket) => drip(socket, `${head}x-slow: `)],
    ['promises to continue for ever', (socket) => drip(socket, '', 'HTTP/1.1 100 Continue\r\n\r\n')],
  ])('one that %s', async (_, speak) => {
    drops = 0;
    expect(await replyOf(await rawServer(speak), { timeoutMs: 300 })).toMatchObject({
      kind: 'none',
      reason: 'timeout',
    });
    expect(drops).toBeLessThan(50);
  });

  /** The time that passes, told by the server itself: a busy machine holds it up as well. */
  let drops = 0;

  function drip(socket: Socket, start: string, drop = 'x'): void {
    socket.write(start);
    const timer = setInterval(() => {
      drops += 1;
      socket.write(drop);
    }, 60);
    socket.on('close', () => clearInterval(timer));
  }
});

describe('a connection lost on the way is a reset', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['before an answer', (socket) => socket.destroy()],
    ['with RST', (socket) => socket.resetAndDestroy()],
    ['in the headers', speaking(head)],
    ['in the body', speaking(`${head}content-length: 500\r\n\r\nab`)],
    ['in a chunk', speaking(`${head}transfer-encoding: chunked\r\n\r\n5\r\nab`)],
  ])('%s', async (_, speak) => {
    expect(await replyOf(await rawServer(speak))).toMatchObject({ kind: 'none', reason: 'reset' });
  });
});

describe('what is no HTTP is garbage', () => {
  test.each([
    ['words', 'hello\r\n\r\n'],
    ['noise', Buffer.from([0, 255, 254, 13, 10])],
    ['a header without an end', `${head}${'x'.repeat(20_000)}`],
    ['headers over 16 KB', `${head}${'a: bbbbbbbbbb\r\n'.repeat(2000)}\r\n`],
    ['two lengths', `${head}content-length: 1\r\ncontent-length: 2\r\n\r\nab`],
    ['a chunk of nonsense', `${head}transfer-encoding: chunked\r\n\r\nzz\r\nab`],
    ['a packed body that is none', `${head}content-encoding: gzip\r\ncontent-length: 4\r\n\r\nabcd`],
  ])('%s', async (_, text) => {
    expect(await replyOf(await rawServer(speaking(text)))).toMatchObject({ kind: 'none', reason: 'garbage' });
  });
});

test('nothing is said where the vendor reads', async () => {
  const said = vi.spyOn(console, 'warn').mockImplementation(() => {});
  try {
    const broken = `${head}transfer-encoding: chunked\r\n\r\nzz\r\nab`;
    expect(await replyOf(await rawServer(speaking(broken)))).toMatchObject({ kind: 'none' });
    // the second end comes later
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said).not.toHaveBeenCalled();
  } finally {
    said.mockRestore();
  }
});

test('switching protocols is no answer', async () => {
  const text = 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n';
  expect(await replyOf(await rawServer(speaking(text)), { timeoutMs: 300 })).toMatchObject({ kind: 'none' });
});

test('nobody there, or nobody of that name, is unreachable', async () => {
  expect(await replyOf(await closedPort())).toMatchObject({ kind: 'none', reason: 'unreachable' });
});

test('a server without TLS behind an https URL is a matter of TLS', async () => {
  const { url } = await httpServer((_, response) => void response.end());
  expect(await replyOf(url.replace('http:', 'https:'))).toMatchObject({ kind: 'none', reason: 'tls' });
});

test('more after a whole answer harms neither it nor the next', async () => {
  const text = `${head}content-length: 2\r\n\r\n{}HTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n`;
  const transport = transportTo(await rawServer(speaking(text)));
  for (let time = 0; time < 2; time += 1) {
    const { reply } = await transport.send({ method: 'GET', path: '/' });
    expect(reply).toMatchObject({ kind: 'answer', status: 200, text: '{}' });
  }
});

test('a token that cannot stand in a header is no crash, and is not shown', async () => {
  const { url } = await httpServer((_, response) => void response.end());
  const reply = await replyOf(url, { token: 'line\nbreak-of-mine' });
  expect(reply).toMatchObject({ kind: 'none' });
  expect(JSON.stringify(reply)).not.toContain('break-of-mine');
});

describe('an abort signal', () => {
  test('ends what is under way', async () => {
    const url = await rawServer(() => {});
    const stop = new AbortController();
    const transport = transportTo(url, { signal: stop.signal });
    const replies = Array.from({ length: 12 }, () => transport.send({ method: 'GET', path: '/' }));
    setTimeout(() => stop.abort(), 50);
    for (const { reply } of await Promise.all(replies)) expect(reply).toMatchObject({ reason: 'aborted' });
  });

  test('lets nothing out afterwards', async () => {
    const { url, arrived } = await httpServer((_, response) => void response.end());
    expect(await replyOf(url, { signal: AbortSignal.abort() })).toMatchObject({ kind: 'none', reason: 'aborted' });
    expect(arrived).toEqual([]);
  });

  test('is not needed by an answer that came before', async () => {
    const { url } = await httpServer((_, response) => void response.end());
    const stop = new AbortController();
    const reply = await replyOf(url, { signal: stop.signal });
    stop.abort();
    expect(reply).toMatchObject({ kind: 'answer' });
  });
});

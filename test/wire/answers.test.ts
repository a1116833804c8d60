import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { WireAnswer } from '../../wire/exchange.ts';
import { ofAnswers } from '../../wire/json.ts';
import { httpServer, rawServer, transportTo } from './servers.ts';

const limit = ofAnswers.bytes;

async function get(url: string): Promise<WireAnswer> {
  const { reply } = await transportTo(url).send({ method: 'GET', path: '/' });
  if (reply.kind !== 'answer') throw new Error(`no answer: ${reply.detail}`);
  return reply;
}

async function answerWith(body: string | Buffer, headers: Record<string, string> = {}, status = 200) {
  const { url } = await httpServer((_, response) => void response.writeHead(status, headers).end(body));
  return get(url);
}

test.each([200, 202, 204, 400, 401, 404, 409, 413, 418, 429, 500, 503, 599])('%i is an answer', async (status) => {
  expect((await answerWith('', {}, status)).status).toBe(status);
});

describe('the text is kept as it came, and read as JSON where it is JSON', () => {
  test.each([
    ['{"a":1,"a":2}', { a: 2 }],
    ['{"job_id":9007199254740993}', { job_id: 2 ** 53 }],
    ['"text"', 'text'],
    ['null', null],
    ['', undefined],
    ['{"job_id":', undefined],
    ['<html>no</html>', undefined],
    ['[1] 2', undefined],
  ])('%s', async (text, json) => {
    for (const type of ['application/json', 'text/html', 'application/x-www-form-urlencoded', 'image/png', '???']) {
      expect(await answerWith(text, { 'content-type': type })).toMatchObject({ text, json, truncated: false });
    }
  });

  test('without a content type', async () => {
    expect(await answerWith('{"a":1}')).toMatchObject({ json: { a: 1 } });
  });
});

test('what is no UTF-8 becomes replacement characters', async () => {
  const body = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"}')]);
  const answer = await answerWith(body, { 'content-type': 'application/json' });
  expect(answer.json).toEqual({ a: '\ufffd\ufffd' });
});

test.each([
  ['open', '['.repeat(30_000)],
  ['closed', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ['of objects', '{"a":'.repeat(10_000)],
])('levels upon levels are no JSON, and overflow nothing: %s', async (_, text) => {
  const answer = await answerWith(text);
  expect({ ...answer, text: answer.text.length }).toMatchObject({
    text: text.length,
    json: undefined,
    truncated: true,
  });
});

const { values } = ofAnswers;

test.each([
  ['empty objects', (count: number) => `[${Array(count).fill('{}').join(',')}]`, 2],
  ['numbers', (count: number) => `{"error":{},"more":[${Array(count).fill('0').join(',')}]}`, 1],
  ['members', (count: number) => `{${Array.from({ length: count }, (_, at) => `"${at}":"a,b"`).join(',')}}`, 1],
])('more %s than anybody documents are no JSON, and not a broken one', async (_, text, each) => {
  const most = Math.floor((values - 3) / each);
  expect(await answerWith(text(most))).toMatchObject({ truncated: false, json: JSON.parse(text(most)) });
  expect(await answerWith(text(values + 1))).toMatchObject({ truncated: true, json: undefined });
});

test('what is no JSON may have as many commas as it likes', async () => {
  expect(await answerWith(`<p>${','.repeat(values * 2)}`)).toMatchObject({ truncated: false, json: undefined });
});

test('brackets inside strings nest nothing', async () => {
  const value = { a: `\\"${'['.repeat(500)}` };
  expect((await answerWith(JSON.stringify(value))).json).toEqual(value);
});

test('a header that came twice has its values joined', async () => {
  const { url } = await httpServer((_, response) => {
    response.setHeader('x-more', ['a', 'b']).setHeader('set-cookie', ['c=1', 'd=2']).end('{}');
  });
  expect((await get(url)).headers).toMatchObject({ 'x-more': 'a, b', 'set-cookie': 'c=1,d=2' });
});

test('a byte order mark before an answer harms nothing', async () => {
  expect(await answerWith('\uFEFF{"a":1}')).toMatchObject({ json: { a: 1 } });
});

test.each([
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('an answer packed with %s is read', async (encoding, pack) => {
  const answer = await answerWith(pack('{"a":1}'), { 'content-encoding': encoding });
  expect(answer).toMatchObject({ text: '{"a":1}', json: { a: 1 } });
});

test('a body up to the limit is whole, a longer one is an answer all the same, cut off there', async () => {
  expect(await answerWith('x'.repeat(limit))).toMatchObject({ truncated: false });
  const answer = await answerWith(`"${'x'.repeat(limit)}"`, {}, 500);
  expect(answer).toMatchObject({ status: 500, truncated: true, json: undefined });
  expect(answer.text).toHaveLength(limit);
});

test('a bomb is unpacked no further than the limit', async () => {
  const answer = await answerWith(gzipSync(Buffer.alloc(200 * 1024 * 1024)), { 'content-encoding': 'gzip' });
  expect(answer).toMatchObject({ status: 200, truncated: true });
  expect(answer.text.length).toBeLessThanOrEqual(limit);
});

test('a body that floods without an end is cut off at the limit', async () => {
  const url = await rawServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const flood = (): void => {
      if (!socket.destroyed) socket.write('x'.repeat(65536), flood);
    };
    flood();
  });
  expect(await get(url)).toMatchObject({ status: 200, truncated: true });
});

test('after an answer that was cut off the next request is served', async () => {
  const { url } = await httpServer((request, response) => {
    response.end(request.url === '/long' ? 'x'.repeat(limit * 4) : 'short');
  });
  const transport = transportTo(url);
  await transport.send({ method: 'GET', path: '/long' });
  expect((await transport.send({ method: 'GET', path: '/' })).reply).toMatchObject({ text: 'short' });
});

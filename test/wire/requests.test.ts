import { expect, test } from 'vitest';
import { httpServer, transportTo } from './servers.ts';

const token = 'a-token-of-ours';
const ok = () => httpServer((_, response) => void response.end('{}'));

test.each([
  ['a decimal', '{"os-extend":{"new_size":200.0}}'],
  ['an exponent', '{"os-extend":{"new_size":2.0E+2}}'],
  ['a number no double holds', '{"os-extend":{"new_size":1e400}}'],
  ['a key given twice', '{"os-extend":{"new_size":1,"new_size":2}}'],
  ['JSON that is cut off', '{"os-extend":{"new_size":'],
  ['white space', ' {"a" :\t1}\r\n'],
  ['another language', '{"名":"größe 😀"}'],
  ['a form', 'os-extend[new_size]=200&a=b'],
  ['text with a NUL', 'a\u0000b'],
  ['nothing', ''],
])('a body goes out byte for byte: %s', async (_, body) => {
  const { url, arrived } = await ok();
  await transportTo(url).send({ method: 'POST', path: '/v2/p', body });
  expect(arrived).toMatchObject([{ method: 'POST', path: '/v2/p', body }]);
  const { headers } = arrived[0] ?? {};
  expect(headers?.['content-type']).toBe('application/json');
  expect(headers?.['content-length']).toBe(String(Buffer.byteLength(body)));
});

test('a request without a body has no content type', async () => {
  const { url, arrived } = await ok();
  await transportTo(url).send({ method: 'GET', path: '/' });
  expect(arrived[0]?.headers['content-type']).toBeUndefined();
});

test.each(['/v2/p/cloudvolumes/%20/action', '/a/..%2F..', "/'%20or%20'1'%3D'1", '/a?b=c&d', `/${'a'.repeat(300)}`])(
  'the path %s arrives as spelled, below the prefix of the URL',
  async (path) => {
    const { url, arrived } = await ok();
    const exchange = await transportTo(`${url}/prefix/`).send({ method: 'DELETE', path });
    expect(arrived).toMatchObject([{ method: 'DELETE', path: `/prefix${path}` }]);
    expect(exchange.url).toBe(`${url}/prefix${path}`);
  },
);

test.each(['', '/', '?key=1'])('without a path of its own a request goes to the very URL …/states%s', async (end) => {
  const { url, arrived } = await ok();
  const exchange = await transportTo(`${url}/states${end}`).send({ method: 'POST', path: '', body: '{}' });
  expect(arrived[0]?.path).toBe(`/states${end}`);
  expect(exchange.url).toBe(`${url}/states${end}`);
});

test('the token goes along, is left away, or is a wrong one, as the request asks', async () => {
  const { url, arrived } = await ok();
  const transport = transportTo(url, { token });
  for (const credentials of ['own', 'none', 'wrong'] as const) {
    await transport.send({ method: 'GET', path: '/', credentials });
  }
  const tokens = arrived.map(({ headers }) => headers['x-auth-token']);
  expect(tokens).toEqual([token, undefined, expect.not.stringContaining(token)]);
});

test('what was sent is what the exchange says', async () => {
  const { url, arrived } = await ok();
  const request = { method: 'POST', path: '/x', body: '1', headers: { accept: 'text/html', 'x-more': 'y' } };
  const { sent } = await transportTo(url, { token }).send(request);
  expect(arrived[0]?.headers).toMatchObject(sent);
  expect(sent).toEqual({
    ...{ accept: 'text/html', 'content-type': 'application/json' },
    ...{ 'x-auth-token': token, 'x-more': 'y', 'user-agent': 'evs-conformance', 'accept-encoding': 'identity' },
  });
});

test('one connection serves many requests, and requests are counted', async () => {
  const { url, connections } = await ok();
  const transport = transportTo(url);
  for (let at = 0; at < 20; at += 1) await transport.send({ method: 'GET', path: '/' });
  expect(connections()).toBe(1);
  expect(transport.count()).toBe(20);
});

test.each([301, 302, 303, 307, 308])('a redirect (%i) is an answer and is not followed', async (status) => {
  const elsewhere = await ok();
  const { url, arrived } = await httpServer((_, response) => {
    response.writeHead(status, { location: `${elsewhere.url}/stolen` }).end('moved');
  });
  const { reply } = await transportTo(url, { token }).send({ method: 'POST', path: '/', body: '{}' });
  expect(reply).toMatchObject({ kind: 'answer', status, text: 'moved' });
  expect(arrived).toHaveLength(1);
  expect(elsewhere.arrived).toEqual([]);
});

test('a cookie is not kept: it could let in a request that comes without a token', async () => {
  const { url, arrived } = await httpServer((_, response) => {
    response.writeHead(200, { 'set-cookie': 'session=1; Path=/' }).end();
  });
  const transport = transportTo(url);
  await transport.send({ method: 'GET', path: '/' });
  await transport.send({ method: 'GET', path: '/', credentials: 'none' });
  expect(arrived[1]?.headers.cookie).toBeUndefined();
});

test('bytes that are no UTF-8 go out as bytes, and a header can be taken away', async () => {
  const { url, arrived } = await ok();
  const body = '{"a":"\udcff\udcc3"}';
  const headers = { 'content-type': null, 'x-more': '1' };
  const exchange = await transportTo(url).send({ method: 'POST', path: '/', body, headers });
  expect(arrived[0]?.body).toBe('{"a":"\ufffd\ufffd"}');
  expect(arrived[0]?.headers).toMatchObject({ 'content-length': '10', 'x-more': '1' });
  expect(arrived[0]?.headers['content-type']).toBeUndefined();
  expect(Object.keys(exchange.sent)).not.toContain('content-type');
  expect(exchange.request.body).toBe(body);
});

test('good credentials can be sent where none belong: empty, in another header, in the query', async () => {
  const { url, arrived } = await ok();
  const transport = transportTo(url, { token: 'a token/of ours' });
  const exchanges = [];
  for (const credentials of ['empty', 'other-header', 'query'] as const)
    exchanges.push(await transport.send({ method: 'GET', path: '/v2', credentials }));
  expect(arrived.map(({ headers }) => [headers['x-auth-token'], headers['x-subject-token']])).toEqual([
    ['', undefined],
    [undefined, 'a token/of ours'],
    [undefined, undefined],
  ]);
  expect(arrived.map(({ path }) => path)).toEqual(['/v2', '/v2', '/v2?x-auth-token=a%20token%2Fof%20ours']);
  expect(exchanges.map((one) => one.url.slice(url.length))).toEqual(arrived.map(({ path }) => path));
  // whatever is shown of them hides it
  expect(transport.auth.secrets.hide(exchanges[2]?.url ?? '')).toBe(`${url}/v2?x-auth-token=$EVS_TOKEN`);
});

test.each(['HEAD', 'OPTIONS', 'TRACE'])('%s has a status and headers, and no body to read', async (method) => {
  const { url, arrived } = await httpServer((_, response) => void response.writeHead(405, { allow: 'POST' }).end());
  const { reply } = await transportTo(url).send({ method, path: '/' });
  expect(arrived).toMatchObject([{ method }]);
  expect(reply).toMatchObject({ kind: 'answer', status: 405, headers: { allow: 'POST' }, text: '' });
});

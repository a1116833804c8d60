import { readFileSync } from 'node:fs';
import { createServer as createHttp, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Environment, ProxyError, proxyFor } from '../../wire/proxy.ts';
import { httpServer, transportTo } from './servers.ts';

const proxy = 'http://proxy.example.com:3128/';

describe('the proxy of the environment', () => {
  test.each<[string, Environment, string | undefined]>([
    ['http://a.example.com', {}, undefined],
    ['http://a.example.com', { HTTP_PROXY: proxy }, proxy],
    ['https://a.example.com', { HTTP_PROXY: proxy }, undefined],
    ['https://a.example.com', { HTTPS_PROXY: proxy }, proxy],
    ['https://a.example.com', { https_proxy: proxy, HTTPS_PROXY: 'http://other' }, proxy],
    ['https://a.example.com', { HTTPS_PROXY: 'proxy.example.com:3128' }, proxy],
    ['https://a.example.com', { HTTPS_PROXY: ' ' }, undefined],
    // never for the loopback
    ['http://localhost:9000', { HTTP_PROXY: proxy }, undefined],
    ['http://evs.localhost', { HTTP_PROXY: proxy }, undefined],
    ['http://127.0.0.1', { HTTP_PROXY: proxy }, undefined],
    ['http://127.1.2.3:80', { HTTP_PROXY: proxy }, undefined],
    ['https://[::1]', { HTTPS_PROXY: proxy }, undefined],
    ['http://127.0.0.1.example.com', { HTTP_PROXY: proxy }, proxy],
    ['http://localhost.example.com', { HTTP_PROXY: proxy }, proxy],
    // exemptions
    ['https://a.example.com', { HTTPS_PROXY: proxy, NO_PROXY: '*' }, undefined],
    ['https://a.example.com', { HTTPS_PROXY: proxy, NO_PROXY: 'x, a.EXAMPLE.com' }, undefined],
    ['https://a.example.com', { HTTPS_PROXY: proxy, NO_PROXY: 'example.com' }, undefined],
    ['https://a.example.com', { HTTPS_PROXY: proxy, NO_PROXY: '.example.com' }, undefined],
    ['https://a.example.com', { HTTPS_PROXY: proxy, no_proxy: '*.example.com' }, undefined],
    ['https://anexample.com', { HTTPS_PROXY: proxy, NO_PROXY: 'example.com' }, proxy],
    ['https://example.com', { HTTPS_PROXY: proxy, NO_PROXY: '.example.com' }, proxy],
    ['https://a.example.com', { HTTPS_PROXY: proxy, NO_PROXY: 'a.example.com:443' }, undefined],
    ['https://a.example.com:8443', { HTTPS_PROXY: proxy, NO_PROXY: 'a.example.com:443' }, proxy],
    ['https://10.1.2.3', { HTTPS_PROXY: proxy, NO_PROXY: '10.1.2.3' }, undefined],
    ['https://10.1.2.3:8443', { HTTPS_PROXY: proxy, NO_PROXY: '10.1.2.3:8443' }, undefined],
    ['https://10.1.2.3', { HTTPS_PROXY: proxy, NO_PROXY: '10.1.2.3:8443' }, proxy],
    ['https://10.1.2.3', { HTTPS_PROXY: proxy, NO_PROXY: ' 10.0.0.0/8 ,x' }, undefined],
    ['https://11.1.2.3', { HTTPS_PROXY: proxy, NO_PROXY: '10.0.0.0/8' }, proxy],
    ['https://10.1.2.3', { HTTPS_PROXY: proxy, NO_PROXY: '10.1.2.0/24' }, undefined],
    ['https://10.1.3.3', { HTTPS_PROXY: proxy, NO_PROXY: '10.1.2.0/24' }, proxy],
    ['https://10.1.2.3', { HTTPS_PROXY: proxy, NO_PROXY: '0.0.0.0/0' }, undefined],
    ['https://a.example.com', { HTTPS_PROXY: proxy, NO_PROXY: '0.0.0.0/0 ::/0' }, proxy],
    ['https://[2001:db8::1]', { HTTPS_PROXY: proxy, NO_PROXY: '2001:db8::1' }, undefined],
    ['https://[2001:db8::1]', { HTTPS_PROXY: proxy, NO_PROXY: '2001:DB8:0::0001' }, undefined],
    ['https://[2001:db8::1]', { HTTPS_PROXY: proxy, NO_PROXY: '[2001:db8::1]' }, undefined],
    ['https://[2001:db8::1]', { HTTPS_PROXY: proxy, NO_PROXY: '[2001:db8::1]:443' }, undefined],
    ['https://[2001:db8::1]:8443', { HTTPS_PROXY: proxy, NO_PROXY: '[2001:db8::1]:443' }, proxy],
    ['https://[2001:db8::2]', { HTTPS_PROXY: proxy, NO_PROXY: '2001:db8::1' }, proxy],
    ['https://[2001:db8::2]', { HTTPS_PROXY: proxy, NO_PROXY: '2001:db8::/32' }, undefined],
    ['https://[2001:db9::2]', { HTTPS_PROXY: proxy, NO_PROXY: '2001:db8::/32' }, proxy],
    ['https://[::ffff:10.1.2.3]', { HTTPS_PROXY: proxy, NO_PROXY: '10.0.0.0/8' }, undefined],
    ['https://10.1.2.3', { HTTPS_PROXY: proxy, NO_PROXY: '::ffff:10.1.2.3' }, undefined],
    ['https://a.example.com.', { HTTPS_PROXY: proxy, NO_PROXY: 'example.com' }, undefined],
    ['https://a.example.com', { HTTPS_PROXY: proxy, NO_PROXY: 'example.com.' }, undefined],
    ['https://a.b\u00fccher.example', { HTTPS_PROXY: proxy, NO_PROXY: 'b\u00fccher.example' }, undefined],
    ['https://my_host.example', { HTTPS_PROXY: proxy, NO_PROXY: '_tcp.local,my_host.example' }, undefined],
    ['https://a.example.com', { HTTPS_PROXY: proxy, NO_PROXY: ',, ,' }, proxy],
  ])('for %s with %j is %s', (url, env, expected) => {
    expect(proxyFor(url, env)?.href).toBe(expected);
  });

  test.each(['http://user:s3cret@:80', 'socks5://user:s3cret@host', 'http://a:%zzs3cret@host'])(
    '%s cannot be used, and is not repeated',
    (text) => {
      const attempt = () => proxyFor('https://a.example.com', { HTTPS_PROXY: text });
      expect(attempt).toThrow(ProxyError);
      expect(attempt).toThrow(/HTTPS_PROXY/);
      expect(attempt).not.toThrow(/s3cret/);
    },
  );

  const unread = ['10.0.0.0/33', '2001:db8::/129', '10.0.0.0/8:443', '10.*', '10.', '10.0', '300.1.2.3', '/run/x.sock'];
  const strange = [
    'https://a.example.com',
    '<local>',
    'a:b:c',
    'fe80::1%eth0',
    '[10.1.2.3]',
    '*a.example.com',
    '10.0.0.0/',
    'a:x',
  ];
  test.each([...unread, ...strange])(
    'a rule %s in NO_PROXY is an error wherever it stands, none to pass over',
    (rule) => {
      for (const rules of [rule, `*,${rule}`, `a.example.com ${rule} x`]) {
        const attempt = () => proxyFor('https://a.example.com', { HTTPS_PROXY: proxy, NO_PROXY: rules });
        expect(attempt).toThrow(ProxyError);
        expect(attempt).toThrow(`NO_PROXY has a rule that cannot be read, ${JSON.stringify(rule)}`);
      }
      expect(proxyFor('https://a.example.com', { NO_PROXY: rule })).toBeUndefined();
    },
  );

  test('a rule that may hold a password is not repeated', () => {
    const attempt = () => proxyFor('https://a.example.com', { HTTPS_PROXY: proxy, NO_PROXY: 'me:s3cret@host' });
    expect(attempt).toThrow(/NO_PROXY has a rule that cannot be read:/);
  });
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return (server.address() as AddressInfo).port;
}

/** A proxy through which every name leads to one port of the loopback. */
async function proxyTo(port: number, refusal?: number) {
  const asked: IncomingMessage[] = [];
  const server = createHttp((request, response) => {
    asked.push(request);
    const path = (request.url ?? '').replace(/^http:\/\/[^/]+/, '');
    const { method, headers } = request;
    const onward = httpRequest({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  server.on('connect', (request: IncomingMessage, socket) => {
    asked.push(request);
    socket.on('error', () => {});
    onTestFinished(() => void socket.destroy());
    if (refusal !== undefined) return void socket.end(`HTTP/1.1 ${refusal} No\r\ncontent-length: 0\r\n\r\n`);
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    onTestFinished(() => void onward.destroy());
  });
  const at = await listening(server);
  return { asked, env: { HTTP_PROXY: `http://me:pr0xy-word@127.0.0.1:${at}`, HTTPS_PROXY: `http://127.0.0.1:${at}` } };
}

const pem = (name: string): string => readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url), 'utf8');

async function secureServer(): Promise<number> {
  const server = createHttps(
    { cert: pem('server'), key: pem('server-key') },
    (_, response) => void response.end('{"a":1}'),
  );
  return listening(server as unknown as Server);
}

test('a plain request goes through the proxy, which is told its password and nobody else', async () => {
  const target = await httpServer((_, response) => void response.end('{}'));
  const { asked, env } = await proxyTo(Number(new URL(target.url).port));
  const transport = transportTo('http://evs.example.com', { env, token: 'a-token' });
  const { reply, sent } = await transport.send({ method: 'POST', path: '/v2/p?x=1', body: '{"new_size":2e2}' });
  expect(reply).toMatchObject({ status: 200 });
  expect(asked[0]?.url).toBe('http://evs.example.com/v2/p?x=1');
  expect(target.arrived).toMatchObject([{ method: 'POST', path: '/v2/p?x=1', body: '{"new_size":2e2}' }]);
  expect(target.arrived[0]?.headers).toMatchObject({ host: 'evs.example.com', 'x-auth-token': 'a-token' });
  expect(sent['proxy-authorization']).toBeUndefined();
  const authorization = String(asked[0]?.headers['proxy-authorization']);
  expect(transport.auth.secrets.hide(`pr0xy-word ${authorization}`)).toBe(
    '$PROXY_PASSWORD Basic bWU6$PROXY_PASSWORD==',
  );
});

test('an encrypted one goes through a tunnel, and the proxy sees none of it', async () => {
  const { asked, env } = await proxyTo(await secureServer());
  const transport = transportTo('https://evs.example.com', { env, tls: { ca: pem('ca') }, token: 'a-token' });
  for (let at = 0; at < 3; at += 1) {
    const { reply } = await transport.send({ method: 'GET', path: '/v2/p' });
    expect(reply).toMatchObject({ status: 200, json: { a: 1 } });
  }
  expect(asked.map(({ url }) => url)).toEqual(['evs.example.com:443']);
  expect(JSON.stringify(asked[0]?.headers)).not.toContain('a-token');
});

test.each([403, 407, 502])('a proxy that answers %i instead of the target is not the target', async (refusal) => {
  const { env } = await proxyTo(1, refusal);
  const { reply } = await transportTo('https://evs.example.com', { env }).send({ method: 'GET', path: '/' });
  expect(reply).toMatchObject({
    kind: 'none',
    reason: 'unreachable',
    detail: expect.stringContaining(`answered ${refusal}`),
  });
});

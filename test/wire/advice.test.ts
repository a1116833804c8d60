import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer as createHttp2 } from 'node:http2';
import { createServer, type ServerOptions } from 'node:https';
import { describe, expect, test } from 'vitest';
import { adviceOn, adviceOnMove, adviceOnStranger } from '../../wire/advice.ts';
import type { TransportOptions } from '../../wire/transport.ts';
import { closedPort, httpServer, open, rawServer, transportTo } from './servers.ts';

const pem = (name: string): string => readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url), 'utf8');
const key = pem('server-key');
const ca = pem('ca');
const own = { key, cert: pem('server') };
const empty: RequestListener = (_, response) => void response.end('{}');

const secure = async (options: ServerOptions): Promise<string> =>
  (await open(createServer(options, empty))).replace('http:', 'https:');
const plain = async (): Promise<string> => (await httpServer(empty)).url;

/** What is said of a first request to this URL. */
async function said(url: string, options: Partial<TransportOptions> = {}): Promise<string | undefined> {
  const exchange = await transportTo(url, options).send({ method: 'GET', path: '/v2/p1' });
  const { reply } = exchange;
  return reply.kind === 'none' ? adviceOn(reply, exchange.url) : adviceOnStranger(reply, exchange.url);
}

describe('advice on a certificate', () => {
  test('for another name', async () => {
    const url = await secure({ key, cert: pem('another-name') });
    expect(await said(url, { tls: { ca: pem('another-name') } })).toMatch(/^its certificate is for another name: /);
  });

  test('that has expired', async () => {
    const url = await secure({ key, cert: pem('expired') });
    expect(await said(url, { tls: { ca: pem('expired') } })).toMatch(/^its certificate has expired: /);
  });

  test('of an authority that nobody knows, or of none', async () => {
    expect(await said(await secure(own))).toMatch(/ name the authority that signed it as tls\.ca /);
    expect(await said(await secure({ key, cert: pem('another-name') }))).toMatch(
      /signer of its certificate .* as tls\.ca /,
    );
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('that the client is to have, by %s', async (version) => {
    const asked = { requestCert: true, rejectUnauthorized: true, minVersion: version, maxVersion: version };
    const url = await secure({ ...own, ca, ...asked });
    expect(await said(url, { tls: { ca } })).toMatch(/ client certificate: name yours as tls\.cert and tls\.key /);
  });
});

describe('advice on a port where something else is spoken', () => {
  test('HTTPS to a port of HTTP', async () => {
    expect(await said((await plain()).replace('http:', 'https:'))).toMatch(
      /^that port does not speak TLS: .*http:\/\//,
    );
  });

  test('HTTP to a port of HTTPS, whatever it says to that', async () => {
    expect(await said((await secure(own)).replace('https:', 'http:'))).toContain('does it speak HTTPS');
    const alert = Buffer.from([21, 3, 1, 0, 2, 2, 70]);
    expect(await said(await rawServer((socket) => void socket.end(alert)))).toContain('HTTPS needs https://');
    const page = '<h1>400 Bad Request</h1><p>The plain HTTP request was sent to HTTPS port</p>';
    const { url } = await httpServer((_, response) => void response.writeHead(400).end(page));
    expect(await said(url)).toBe('that port speaks HTTPS: write https:// in the URL');
  });

  test('HTTP/2 alone', async () => {
    expect(await said(await open(createHttp2()))).toContain('HTTP/2 alone is not supported');
  });

  test('nobody, and no host', async () => {
    expect(await said(await closedPort())).toMatch(/^nothing listens there: /);
    expect(adviceOn({ kind: 'none', reason: 'unreachable', detail: 'ENOTFOUND: getaddrinfo' }, 'http://x')).toMatch(
      /^no host has that name: /,
    );
  });
});

describe('advice on answers', () => {
  const head = 'HTTP/1.1 200 OK\r\n';
  test.each([
    [
      'two statements of a length',
      `${head}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    ],
    ['two lengths', `${head}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
    ['a chunk of nonsense', `${head}transfer-encoding: chunked\r\n\r\nzz\r\nab`],
  ])('that are not HTTP as Node reads it: %s', async (_, text) => {
    expect(await said(await rawServer((socket) => void socket.end(text)))).toMatch(
      /^it answers, but not in HTTP that Node can read: .* in front of it$/,
    );
  });

  test('with headers that are too large', async () => {
    const text = `${head}${'a: bbbbbbbbbb\r\n'.repeat(2000)}\r\n`;
    expect(await said(await rawServer((socket) => void socket.end(text)))).toMatch(/headers .* exceed 16 KB/);
  });

  test('that come too late', async () => {
    expect(await said(await rawServer(() => {}), { timeoutMs: 100 })).toBe('allow it more time with limits.requestMs');
  });
});

describe('advice on a proxy', () => {
  const far = 'https://evs.example.com';
  test('that cannot be reached', async () => {
    const proxy = (await closedPort()).replace('http://', '');
    const transport = transportTo(far, { env: { HTTPS_PROXY: proxy } });
    const { reply } = await transport.send({ method: 'GET', path: '/' });
    expect(reply).toMatchObject({ detail: expect.stringContaining(`at the proxy ${proxy}`) });
    expect(await said(far, { env: { HTTPS_PROXY: proxy } })).toMatch(/^the proxy cannot be reached: check HTTPS_PROXY/);
  });

  test('that wants credentials, or lets nothing through', async () => {
    const answering = (status: number) =>
      rawServer((socket) => void socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`));
    expect(await said(far, { env: { HTTPS_PROXY: await answering(407) } })).toMatch(
      /^the proxy requires credentials: /,
    );
    expect(await said(far.replace('s:', ':'), { env: { HTTP_PROXY: await answering(407) } })).toMatch(
      /^the proxy requires credentials: /,
    );
    expect(await said(far, { env: { HTTPS_PROXY: await answering(502) } })).toMatch(/^the proxy refuses that host/);
  });
});

test('of what nobody knows nothing is said', async () => {
  expect(
    adviceOn({ kind: 'none', reason: 'reset', detail: 'SOMETHING_NEW: what happened' }, 'http://x'),
  ).toBeUndefined();
  expect(await said(await plain())).toBeUndefined();
});

describe('advice on a redirection', () => {
  async function moved(location: string | undefined, status = 301): Promise<string | undefined> {
    const { url } = await httpServer(
      (_, response) => void response.writeHead(status, { ...(location && { location }) }).end(),
    );
    return adviceOnMove(await transportTo(`${url}/base`).send({ method: 'GET', path: '/v2/p1' }));
  }

  test('names the URL by which the same request goes there', async () => {
    expect(await moved('https://evs.example.com:8443/base/v2/p1')).toBe(
      'it redirects, and redirects are not followed: use --target https://evs.example.com:8443/base',
    );
    expect(await moved('/v2/p1', 308)).toMatch(/ use --target http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('names the place where it is another request', async () => {
    expect(await moved('/login?next=1')).toMatch(
      /^it redirects to http:\/\/127\.0\.0\.1:\d+\/login\?next=1, .*final address/,
    );
  });

  test('is not given where there is none', async () => {
    expect(await moved('/v2/p1', 200)).toBeUndefined();
    expect(await moved(undefined)).toBeUndefined();
    expect(await moved('http://[')).toBeUndefined();
  });
});

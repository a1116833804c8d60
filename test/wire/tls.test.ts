import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tlsProblem } from '../../wire/tls.ts';
import { transportTo } from './servers.ts';

const pem = (name: string): string => readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url), 'utf8');
const [ca, cert, key] = [pem('ca'), pem('client'), pem('client-key')];

/** A server whose authority nobody knows, and that asks for a certificate where it is told to. */
async function secureServer(requestCert: boolean): Promise<string> {
  const options = { cert: pem('server'), key: pem('server-key'), ca, requestCert, rejectUnauthorized: requestCert };
  const server = createServer(options, (request, response) => {
    response.end(JSON.stringify({ client: (request.socket as TLSSocket).getPeerCertificate().subject?.CN ?? null }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = { method: 'GET', path: '/' };

test('an authority of one’s own is trusted when it is named, and only then', async () => {
  const url = await secureServer(false);
  expect((await transportTo(url).send(get)).reply).toMatchObject({ kind: 'none', reason: 'tls' });
  expect((await transportTo(url, { tls: { ca } }).send(get)).reply).toMatchObject({ json: { client: null } });
});

test('a certificate of one’s own is shown to a server that asks for it', async () => {
  const url = await secureServer(true);
  expect((await transportTo(url, { tls: { ca, cert, key } }).send(get)).reply).toMatchObject({
    json: { client: 'client' },
  });
  expect((await transportTo(url, { tls: { ca } }).send(get)).reply.kind).toBe('none');
});

describe('what cannot be used', () => {
  test.each([
    [{}, undefined],
    [{ ca, cert, key }, undefined],
    [{ ca: 'nothing' }, /tls.ca holds no certificate/],
    [{ cert }, /go together: name both/],
    [{ key }, /go together: name both/],
    [{ cert, key: pem('server-key') }, /do not go together/],
    [{ cert: 'x', key }, /do not go together, or are no PEM/],
  ])('%#', (options, message) => {
    const problem = tlsProblem(options);
    if (message === undefined) expect(problem).toBeUndefined();
    else expect(problem).toMatch(message);
    expect(problem ?? '').not.toContain('PRIVATE KEY');
  });
});

import { createServer, get, type RequestListener } from 'node:http';
import { createServer as createHttp2 } from 'node:http2';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isApp, serve } from '../../wire/app.ts';

const hello: RequestListener = (_, response) => void response.end('hello');

const said = async (url: string): Promise<string> => (await fetch(url)).text();

test('a request listener is served on loopback, and gone afterwards', async () => {
  const { url, close } = await serve(hello);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await said(url)).toBe('hello');
  await close();
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

test('a function with methods of a server is a request listener, as an Express app is', async () => {
  const app = Object.assign(hello.bind(undefined), { listen: () => {}, address: () => null });
  expect(isApp(app)).toBe(true);
  const { url, close } = await serve(app);
  expect(await said(url)).toBe('hello');
  await close();
});

test('a server that does not listen yet listens for the run alone, and may again', async () => {
  const server = createServer(hello);
  for (const _ of [1, 2]) {
    const { url, close } = await serve(server);
    expect(await said(url)).toBe('hello');
    await close();
    expect(server.listening).toBe(false);
  }
});

test.each(['127.0.0.1', '0.0.0.0', undefined])('a server that listens at %s is left listening', async (host) => {
  const server = createServer(hello);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { url, close } = await serve(server);
  expect(url).toBe(`http://127.0.0.1:${port}`);
  await close();
  expect(await said(url)).toBe('hello');
});

test('a connection that stays open does not keep it', async () => {
  const { url, close } = await serve(() => {});
  const hanging = connect(Number(new URL(url).port), '127.0.0.1');
  hanging.on('error', () => {});
  const request = get(url);
  request.on('error', () => {});
  await new Promise((resolve) => setTimeout(resolve, 20));
  await close();
  hanging.destroy();
});

test('a server that listens at no port is told so, and stays as it is', async () => {
  const server = createServer(hello);
  await new Promise<void>((resolve) => server.listen(join(tmpdir(), `evs-app-${process.pid}.sock`), resolve));
  onTestFinished(() => void server.close());
  await expect(serve(server)).rejects.toMatchObject({ name: 'AppError', message: /let it listen at a port/ });
  expect(server.listening).toBe(true);
});

test('a server of another protocol is no app', async () => {
  const server = createHttp2() as unknown as ReturnType<typeof createServer>;
  await expect(serve(server)).rejects.toMatchObject({ name: 'AppError', message: /by its URL/ });
});

test.each([[{ url: 'http://x', project: 'p' }], ['http://x'], [null], [undefined]])('%j is no app', (value) => {
  expect(isApp(value)).toBe(false);
});

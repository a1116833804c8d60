import { Agent, request } from 'node:http';
import { expect, test } from 'vitest';
import { createBackend } from '../../backend/backend.ts';
import { listen } from '../../backend/listen.ts';

const SET_UP = JSON.stringify({ state: 'volume', action: 'setup', params: {} });

test('serves on a free port of loopback, and its close leaves nobody waiting', async () => {
  const { url, statesUrl, close } = await listen(createBackend());
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(statesUrl).toBe(`${url}/states`);
  const reply = await fetch(statesUrl, { method: 'POST', body: SET_UP });
  const place = (await reply.json()) as { project_id: string; volume_id: string };
  const volume = await fetch(`${url}/v2/${place.project_id}/cloudvolumes/${place.volume_id}`);
  expect(await volume.json()).toMatchObject({ volume: { id: place.volume_id, size: 10 } });
  await close();
  await expect(fetch(url)).rejects.toThrow();
});

test('closes while keep-alive sockets are open and a request is under way', async () => {
  const { url, close } = await listen(createBackend({ latency: 60_000 }));
  const agent = new Agent({ keepAlive: true });
  const failure = new Promise((resolve) => {
    const call = request(`${url}/v1/p/jobs/j`, { agent }, resolve);
    call.on('error', resolve);
    call.end();
  });
  // Until the request has arrived there is nothing to cut off.
  await fetch(`${url}/states`, { method: 'POST', body: SET_UP });
  await close();
  expect(await failure).toBeInstanceOf(Error);
  agent.destroy();
});

test('rejects when the port is taken', async () => {
  const { url, close } = await listen(createBackend());
  await expect(listen(createBackend(), { port: Number(new URL(url).port) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await close();
});

test('answers 413 to a long body that does not tell its length, and goes on serving', async () => {
  const { url, close } = await listen(createBackend());
  const body = new ReadableStream({
    start: (controller) => {
      for (let part = 0; part < 70; part += 1) controller.enqueue(new Uint8Array(1024));
      controller.close();
    },
  });
  const reply = await fetch(`${url}/states`, { method: 'POST', body, duplex: 'half' });
  expect(reply.status).toBe(413);
  expect((await fetch(`${url}/states`, { method: 'POST', body: SET_UP })).status).toBe(200);
  await close();
});

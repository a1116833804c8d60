import { expect, test } from 'vitest';
import { createBench, type Fields, fields } from './bench.ts';

const token = 't';
const options = { tokens: { [token]: 'p', other: 'q' }, jobDelayMs: 10 };
const body = (volume: unknown): string => JSON.stringify({ volume });

async function created(bench: ReturnType<typeof createBench>, volume: Fields) {
  const reply = await bench.send('POST', '/v2/p/cloudvolumes', body({ count: 1, ...volume }), token);
  const job = async () =>
    fields(await bench.send('GET', `/v1/p/jobs/${String(fields(reply).job_id)}`, undefined, token));
  return { reply, job };
}

test('a volume is created by a job, listed by its name, and deleted by another', async () => {
  const bench = createBench(options);
  const { reply, job } = await created(bench, { name: 'n', size: 40, multiattach: true, volume_type: 'SSD' });
  expect(reply.status).toBe(200);
  expect(await job()).toMatchObject({ status: 'RUNNING', job_type: 'createVolume' });
  bench.clock.advance(10);
  const { entities } = await job();
  expect(await job()).toMatchObject({ status: 'SUCCESS' });
  const id = String((entities as Fields).volume_id);
  const list = async (name: string) =>
    fields(await bench.send('GET', `/v2/p/cloudvolumes/detail?name=${name}`, undefined, token));
  const volume = { id, name: 'n', size: 40, status: 'available', multiattach: true, volume_type: 'SSD' };
  expect(await list('n')).toMatchObject({ count: 1, volumes: [volume] });
  expect(await list('m')).toEqual({ count: 0, volumes: [] });
  const remove = () => bench.send('DELETE', `/v2/p/cloudvolumes/${id}`, undefined, token);
  expect((await remove()).status).toBe(200);
  expect((await remove()).status).toBe(400);
  bench.clock.advance(10);
  expect(bench.state.volumes.size).toBe(0);
  expect((await remove()).status).toBe(404);
});

test.each([
  ['no JSON', '{', 400],
  ['no volume', '{}', 400],
  ['no size', body({ name: 'n' }), 400],
  ['a size that is none', body({ size: 1.5 }), 400],
  ['a size above the maximum', body({ size: 40_000 }), 400],
  ['several at once', body({ size: 10, count: 2 }), 400],
])('%s is refused', async (_, text, status) => {
  const bench = createBench(options);
  const reply = await bench.send('POST', '/v2/p/cloudvolumes', text, token);
  expect(reply).toMatchObject({ status, json: { error: { code: expect.any(String), message: expect.any(String) } } });
  expect(bench.state.volumes.size).toBe(0);
});

test('the quota is', async () => {
  const bench = createBench({ ...options, maxVolumes: 1 });
  await created(bench, { size: 10 });
  expect((await created(bench, { size: 10 })).reply).toMatchObject({
    status: 403,
    text: expect.stringContaining('quota'),
  });
});

test('an attached volume, and one that is being extended, is not deleted', async () => {
  const bench = createBench();
  const attached = await bench.setUp({ status: 'in-use', servers: ['ACTIVE'] });
  const free = await bench.setUp();
  await bench.extend(free, '{"os-extend":{"new_size":20}}');
  for (const [{ project_id, volume_id }, status] of [
    [attached, 400],
    [free, 409],
  ] as const) {
    expect((await bench.send('DELETE', `/v2/${project_id}/cloudvolumes/${volume_id}`)).status).toBe(status);
  }
});

test.each([
  ['POST', '/v2/p/cloudvolumes'],
  ['GET', '/v2/p/cloudvolumes/detail'],
  ['DELETE', '/v2/p/cloudvolumes/x'],
])('%s %s asks for a token of the project', async (method, path) => {
  const bench = createBench(options);
  const text = method === 'POST' ? body({ size: 10 }) : undefined;
  expect((await bench.send(method, path, text)).status).toBe(401);
  expect((await bench.send(method, path, text, 'other')).status).toBe(403);
  expect(bench.state.volumes.size).toBe(0);
});

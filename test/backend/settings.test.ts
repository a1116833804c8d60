import { expect, test } from 'vitest';
import { createBench, type Fields, sized } from './bench.ts';

const OWN = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);
const tokens = { one: OWN, two: OTHER };

test.each([
  ['no token', undefined, {}, 401],
  ['an unknown token', 'three', {}, 401],
  ['a name that every object has', 'constructor', {}, 401],
  ['the project’s token', 'one', {}, 200],
  ['another project’s token', 'two', {}, 403],
  ['another project in the path', 'one', { project_id: OTHER }, 403],
  ['another project in the path and its token', 'two', { project_id: OTHER }, 404],
])('with tokens, %s gets %s', async (_name, token, change: Fields, status) => {
  const bench = createBench({ tokens });
  const place = { ...(await bench.setUp({ size: 40 })), ...change };
  const reply = await bench.extend(place, sized(50), token);
  expect(reply.status).toBe(status);
  if (status !== 200) expect(reply.json).toMatchObject({ error: { message: expect.any(String) } });
});

test('looking at volumes and jobs needs the token as well', async () => {
  const bench = createBench({ tokens });
  const place = await bench.setUp({ size: 40 });
  expect(await bench.read(place)).toEqual({});
  expect(await bench.read(place, 'one')).toMatchObject({ size: 40 });
  expect((await bench.readJob(place, 'any')).status).toBe(401);
});

test('another tenant’s volume is not found by the caller, but by the other tenant', async () => {
  const bench = createBench({ tokens });
  const place = await bench.setUp({ size: 40, tenant: 'other' });
  expect(place.project_id).toBe(OWN);
  expect((await bench.extend(place, sized(50), 'one')).status).toBe(404);
  expect((await bench.extend({ ...place, project_id: OTHER }, sized(50), 'two')).status).toBe(200);
});

test('the maximum and the good server states can be set', async () => {
  const bench = createBench({ max: 100, servers: ['SHELVED'] });
  const place = await bench.setUp({ size: 40, status: 'in-use', servers: ['SHELVED'] });
  expect((await bench.extend(place, sized(101))).status).toBe(400);
  expect((await bench.extend(place, sized(100))).status).toBe(200);
  const active = await bench.setUp({ size: 40, status: 'in-use', servers: ['ACTIVE'] });
  expect((await bench.extend(active, sized(50))).status).toBe(400);
});

test('latency holds every answer back but the state hook’s', async () => {
  const bench = createBench({ latency: 30 });
  const place = await bench.setUp({ size: 40 });
  let isThere = false;
  const reading = bench.read(place).then((volume) => {
    isThere = true;
    return volume;
  });
  await new Promise(setImmediate);
  bench.clock.advance(29);
  await new Promise(setImmediate);
  expect(isThere).toBe(false);
  bench.clock.advance(1);
  expect(await reading).toMatchObject({ size: 40 });
});

test('a change of the rules comes before the fault', async () => {
  const bench = createBench({
    fault: 'status-202',
    change: (rules) => ({
      answerAccepted: (...args) => ({ ...rules.answerAccepted(...args), headers: { 'x-style': 'ours' } }),
    }),
  });
  const reply = await bench.extend(await bench.setUp(), sized(50));
  expect(reply).toMatchObject({ status: 202, type: null });
});

test('a rule that throws is answered with 500 and the envelope', async () => {
  const bench = createBench({
    change: () => ({
      checkState: () => {
        throw new Error('secret');
      },
    }),
  });
  const reply = await bench.extend(await bench.setUp(), sized(50));
  expect(reply).toMatchObject({ status: 500, json: { error: { code: 'EVS.0500' } } });
  expect(reply.text).not.toContain('secret');
});

test('the oldest jobs are forgotten', async () => {
  const bench = createBench({ maxVolumes: 1 });
  const place = await bench.setUp();
  for (let size = 11; size <= 30; size += 1) {
    await bench.extend(place, sized(size));
    bench.clock.advance(10);
  }
  expect(bench.state.jobs.size).toBe(10);
  expect(await bench.read(place)).toMatchObject({ size: 30 });
});

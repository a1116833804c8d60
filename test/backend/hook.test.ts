import { describe, expect, test } from 'vitest';
import { createBench, type Fields } from './bench.ts';

const setup = (params: unknown) => ({ state: 'volume', action: 'setup', params });

describe('set-up', () => {
  test('makes an available volume of 10 GB when nothing is wished for', async () => {
    const bench = createBench();
    const volume = await bench.read(await bench.setUp());
    expect(volume).toMatchObject({ size: 10, status: 'available', multiattach: false, attachments: [] });
    for (const key of ['name', 'description', 'volume_type', 'availability_zone', 'created_at']) {
      expect(volume[key]).toMatch(/./);
    }
  });

  test('makes the volume that is wished for', async () => {
    const bench = createBench();
    const servers = ['ACTIVE', 'rescue'];
    const place = await bench.setUp({ size: 32768, status: 'in-use', multiattach: true, servers });
    const volume = await bench.read(place);
    expect(volume).toMatchObject({ id: place.volume_id, size: 32768, status: 'in-use', multiattach: true });
    expect(new Set((volume.attachments as Fields[]).map(({ server_id }) => server_id)).size).toBe(2);
    expect(bench.state.volumes.get(place.volume_id)?.servers.map(({ status }) => status)).toEqual(servers);
  });

  test.each([
    { size: 32769 },
    { status: 'in-use' },
    { status: 'in-use', servers: [] },
    { servers: ['ACTIVE'] },
    { status: 'error', servers: ['ACTIVE'] },
    { status: 'Available' },
    { status: 'happy' },
    { colour: 'red' },
    { status: 'in-use', servers: Array<string>(101).fill('ACTIVE') },
  ])('says why it cannot have %o', async (params) => {
    const bench = createBench();
    expect(await bench.hook(setup(params))).toMatchObject({ status: 422, json: { reason: expect.any(String) } });
    expect(bench.state.volumes.size).toBe(0);
  });

  test.each([
    { size: 0 },
    { size: 10.5 },
    { size: '10' },
    { status: 1 },
    { multiattach: 'true' },
    { servers: 'ACTIVE' },
    { servers: [''] },
    { servers: [null] },
    { tenant: 'mine' },
    [],
    7,
  ])('calls %o nonsense', async (params) => {
    expect(await createBench().hook(setup(params))).toMatchObject({
      status: 400,
      json: { reason: expect.any(String) },
    });
  });

  test('stops at the bound', async () => {
    const bench = createBench({ maxVolumes: 2 });
    const place = await bench.setUp();
    await bench.setUp();
    expect(await bench.hook(setup({}))).toMatchObject({ status: 422 });
    await bench.hook({ state: 'volume', action: 'teardown', params: place });
    expect(await bench.hook(setup({}))).toMatchObject({ status: 200 });
  });
});

test('tear-down removes the volume and can be repeated', async () => {
  const bench = createBench();
  const params = await bench.setUp();
  for (let time = 0; time < 2; time += 1) {
    expect(await bench.hook({ state: 'volume', action: 'teardown', params })).toMatchObject({ status: 204, text: '' });
    expect(await bench.read(params)).toEqual({});
  }
});

test.each([
  [{ state: 'snapshot', action: 'setup' }, 422],
  [{ state: 'volume', action: 'explode' }, 400],
  [{ state: 'volume', action: 'teardown', params: {} }, 400],
  [[], 400],
])('answers %o with %i', async (call, status) => {
  expect(await createBench().hook(call)).toMatchObject({ status, json: { reason: expect.any(String) } });
});

test('answers with 400 to what is no JSON, with 413 to what is too long', async () => {
  const bench = createBench();
  expect((await bench.send('POST', '/states', '{')).status).toBe(400);
  expect((await bench.send('POST', '/states', ' '.repeat(65537))).status).toBe(413);
});

test('the same seed makes the same volumes, another seed others', async () => {
  const texts = async (seed: number) => {
    const bench = createBench({ seed });
    const volumes = [await bench.read(await bench.setUp()), await bench.read(await bench.setUp())];
    return volumes.map(({ name, description, metadata }) => JSON.stringify([name, description, metadata]));
  };
  const [one, again, other] = [await texts(1), await texts(1), await texts(2)];
  expect(again).toEqual(one);
  expect(new Set([...one, ...other]).size).toBe(4);
});

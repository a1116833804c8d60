import { describe, expect, test } from 'vitest';
import { createBench, type Fields, fields, pathOf, sized } from './bench.ts';

const SUCCEEDED = { status: 'SUCCESS', error_code: null, fail_reason: null };

describe('an extension', () => {
  test('answers 200 with a job and takes effect when the job ends', async () => {
    const bench = createBench({ jobDelayMs: 100 });
    const place = await bench.setUp({ size: 40, status: 'in-use', servers: ['ACTIVE'] });
    const before = await bench.read(place);
    const reply = await bench.extend(place, sized(200));
    expect(reply).toMatchObject({ status: 200, type: 'application/json', json: { job_id: expect.any(String) } });
    const look = async () => (await bench.readJob(place, fields(reply).job_id)).json;
    expect(await look()).toMatchObject({ status: 'INIT', end_time: null, entities: { volume_id: place.volume_id } });
    bench.clock.advance(50);
    expect(await look()).toMatchObject({ status: 'RUNNING', end_time: null });
    expect(await bench.read(place)).toEqual(before);
    bench.clock.advance(50);
    expect(await look()).toMatchObject({ ...SUCCEEDED, end_time: '2024-01-01T00:00:00.100Z' });
    expect(await bench.read(place)).toEqual({ ...before, size: 200, updated_at: '2024-01-01T00:00:00.100Z' });
  });

  test('is refused with 409 while another one runs, and accepted after it', async () => {
    const bench = createBench();
    const place = await bench.setUp({ size: 40 });
    const replies = await Promise.all([bench.extend(place, sized(60)), bench.extend(place, sized(50))]);
    expect(replies.map(({ status }) => status)).toEqual([200, 409]);
    bench.clock.advance(10);
    expect(await bench.read(place)).toMatchObject({ size: 60 });
    expect(await bench.extend(place, sized(61))).toMatchObject({ status: 200 });
  });

  test('of a volume that is deleted meanwhile fails', async () => {
    const bench = createBench();
    const place = await bench.setUp({ size: 40 });
    const reply = await bench.extend(place, sized(60));
    await bench.hook({ state: 'volume', action: 'teardown', params: place });
    bench.clock.advance(10);
    expect((await bench.readJob(place, fields(reply).job_id)).json).toMatchObject({ status: 'FAIL' });
  });
});

const accepted: readonly (readonly [string, string, Fields, number])[] = [
  ['the next GB', sized(41), {}, 41],
  ['the maximum', sized(32768), {}, 32768],
  ['a decimal', sized('200.9'), {}, 200],
  ['a decimal above the maximum', sized('32768.9'), {}, 32768],
  ['an exponent', sized('2.005E+2'), {}, 200],
  ['extra keys', '{"x":1,"os-extend":{"y":2,"new_size":50}}', {}, 50],
  ['duplicate keys, of which the last counts', '{"os-extend":{"new_size":30,"new_size":50}}', {}, 50],
  ['a byte order mark and blanks', `\uFEFF \n${sized(50)} `, {}, 50],
  ['a shared available volume', sized(50), { multiattach: true }, 50],
  ...['ACTIVE', 'PAUSED', 'SUSPENDED', 'SHUTOFF'].map(
    (server) => [`a server that is ${server}`, sized(50), { status: 'in-use', servers: [server] }, 50] as const,
  ),
  ['several good servers', sized(50), { status: 'in-use', servers: ['ACTIVE', 'SHUTOFF'] }, 50],
];

test.each(accepted)('accepts %s', async (_name, body, volume, size) => {
  const bench = createBench();
  const place = await bench.setUp({ size: 40, ...volume });
  expect(await bench.extend(place, body)).toMatchObject({ status: 200 });
  bench.clock.advance(10);
  expect(await bench.read(place)).toMatchObject({ size, status: volume.status ?? 'available' });
});

const inUse = (...servers: string[]): Fields => ({ status: 'in-use', servers });

const refused: readonly (readonly [name: string, body: string, code: string, volume?: Fields])[] = [
  ...['40', '39', '0', '-1', '40.9', '-0.5'].map((size) => [size, sized(size), 'EVS.1004'] as const),
  ...['32769', '32769.5', '4294967496', '1e400'].map((size) => [size, sized(size), 'EVS.1005'] as const),
  ...['null', 'true', '"200"', '""', '"200GB"', '[200]', '{}'].map((it) => [it, sized(it), 'EVS.1003'] as const),
  ...['null', '[]', '7', '""', '{}', '{"new_size":50}', '{"os-extend":null}', '{"os-extend":[]}'].map(
    (it) => [it, it, 'EVS.1001'] as const,
  ),
  ['inherited keys', '{"__proto__":{"os-extend":{"new_size":50}}}', 'EVS.1001'],
  ['no new_size', '{"os-extend":{}}', 'EVS.1002'],
  ...['', ' ', '{', `${sized(50)}}`, "{'os-extend':{}}", '{"os-extend":{"new_size":NaN}}'].map(
    (it) => [`malformed ${it}`, it, 'EVS.0400'] as const,
  ),
  ...['creating', 'error', 'extending', 'deleting'].map(
    (status) => [`a volume that is ${status}`, sized(50), 'EVS.2001', { status }] as const,
  ),
  ['a shared volume in use', sized(50), 'EVS.2002', { ...inUse('ACTIVE'), multiattach: true }],
  ...['ERROR', 'REBOOT', 'BUILD', 'active'].map(
    (server) => [`a server that is ${server}`, sized(50), 'EVS.2003', inUse(server)] as const,
  ),
  ['one bad server of two', sized(50), 'EVS.2003', inUse('ACTIVE', 'ERROR')],
];

const refusals = refused.map(([name, body, code, volume]) => ({ name, body, code, volume: { size: 40, ...volume } }));

test.each(refusals)('refuses $name', async ({ body, code, volume }) => {
  const bench = createBench();
  const place = await bench.setUp(volume);
  const before = await bench.read(place);
  const reply = await bench.extend(place, body);
  expect(reply).toEqual({
    status: 400,
    type: 'application/json',
    allow: null,
    text: expect.any(String),
    json: { error: { message: expect.any(String), code } },
  });
  bench.clock.advance(1000);
  expect(await bench.read(place)).toEqual(before);
});

describe('elsewhere', () => {
  test.each([
    ['PUT', '/action', 405],
    ['DELETE', '/action', 405],
    ['GET', '/action', 405],
    ['PUT', '', 405],
    ['POST', '/nonsense', 404],
  ])('%s …%s is answered with %i', async (method, path, status) => {
    const bench = createBench();
    const place = await bench.setUp({ size: 40 });
    const reply = await bench.send(method, `${pathOf(place)}${path}`);
    expect(reply).toMatchObject({ status, type: 'application/json', json: { error: { message: expect.any(String) } } });
  });

  test('unknown volumes, projects and jobs are answered with 404', async () => {
    const bench = createBench();
    const place = await bench.setUp({ size: 40 });
    const elsewhere = { ...place, project_id: 'elsewhere' };
    const replies = [
      await bench.extend({ ...place, volume_id: 'nonsense' }, sized(50)),
      await bench.extend(elsewhere, sized(50)),
      await bench.send('GET', pathOf(elsewhere)),
      await bench.readJob(place, 'nonsense'),
    ];
    for (const reply of replies) expect(reply).toMatchObject({ status: 404, json: { error: { code: 'EVS.0404' } } });
  });

  test('a body of more than 64 KiB is answered with 413', async () => {
    const bench = createBench();
    const place = await bench.setUp({ size: 40 });
    const reply = await bench.extend(place, sized(50) + ' '.repeat(65536));
    expect(reply).toMatchObject({ status: 413, json: { error: { code: 'EVS.0413' } } });
  });
});

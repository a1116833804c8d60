import { describe, expect, test } from 'vitest';
import { type DialectId, dialectIds, dialects } from '../../backend/dialects/index.ts';
import type { Fault } from '../../backend/fault.ts';
import { type FaultId, faults } from '../../backend/faults/index.ts';
import { findContract } from '../../spec/load.ts';
import { createBench, type Fields, fields, sized, type VolumePlace } from './bench.ts';

const own = 'a'.repeat(32);
const tokens = { one: own, two: 'b'.repeat(32) };

/** A bench of a dialect: where its volumes are, and how it is asked to extend one. */
function open(dialect: DialectId, at: DialectId = dialect, fault?: FaultId) {
  const bench = createBench({ dialect, at, tokens, fault });
  const pathOf = ({ project_id, volume_id }: VolumePlace): string =>
    `${dialects[at].path.replace(':project', project_id)}/${volume_id}`;
  const extend = async (body: string, volume: Fields = { size: 40 }) => {
    const place = await bench.setUp(volume);
    const reply = await bench.send('POST', `${pathOf(place)}/action`, body, 'one');
    bench.clock.advance(10);
    const shown = fields(await bench.send('GET', pathOf(place), undefined, 'one')).volume as Fields;
    return { ...reply, size: shown.size, place };
  };
  return { ...bench, pathOf, extend };
}

const isCinder = (id: DialectId): boolean => id.startsWith('cinder-');

describe.each(dialectIds)('%s', (id) => {
  const { operation, response } = findContract(id).contract;

  test('is served where its contract says, and accepts as it says', async () => {
    const { extend, pathOf } = open(id);
    const reply = await extend(sized(50));
    const place = { project_id: '{project_id}', volume_id: '{volume_id}' };
    expect(`${pathOf(place)}/action`).toBe(operation.path);
    expect(reply).toMatchObject({ status: response.success.status, size: 50 });
    if (isCinder(id)) expect(reply).toMatchObject({ text: '', type: null });
    else expect(reply.json).toEqual({ job_id: expect.any(String) });
  });

  test.each<[string, number, string, string, ...Fields[]]>([
    ['a size that is too small', 400, 'badRequest', sized(39)],
    ['a body that is not JSON', 400, 'badRequest', '{'],
    ['a body that is too large', 413, 'overLimit', sized(`50${' '.repeat(65_536)}`)],
    ['a state', 400, 'badRequest', sized(50), { status: 'error' }],
  ])('refuses %s with %i in its envelope', async (_, status, key, body, ...volume) => {
    const reply = await open(id).extend(body, { size: 40, ...volume[0] });
    expect(reply).toMatchObject({ status, size: 40 });
    expect(reply.json).toEqual(enveloped(status, key));
  });

  test.each<[string, string, number, string, string?]>([
    ['POST', '/action', 401, 'unauthorized'],
    ['POST', '/action', 401, 'unauthorized', 'three'],
    ['POST', '/action', 403, 'forbidden', 'two'],
    ['PUT', '/action', 405, 'badMethod', 'one'],
    ['GET', '/action/more', 404, 'itemNotFound', 'one'],
    ['POST', 'none/action', 404, 'itemNotFound', 'one'],
    ['GET', 'none', 404, 'itemNotFound', 'one'],
  ])('answers %s …%s with %i in its envelope', async (method, end, status, key, token) => {
    const bench = open(id);
    const path = `${bench.pathOf(await bench.setUp())}${end}`;
    const reply = await bench.send(method, path, method === 'GET' ? undefined : sized(50), token);
    expect(reply).toMatchObject({ status, json: enveloped(status, key) });
  });

  test('lists its volumes, and creates and deletes one', async () => {
    const { send, pathOf, clock } = open(id);
    const at = pathOf({ project_id: own, volume_id: '' });
    const made = await send('POST', at.slice(0, -1), '{"volume":{"name":"n","size":10}}', 'one');
    clock.advance(10);
    const [volume] = fields(await send('GET', `${at}detail?name=n`, undefined, 'one')).volumes as readonly Fields[];
    expect(volume).toMatchObject({ name: 'n', size: 10, bootable: 'false' });
    const removed = await send('DELETE', `${at}${String(volume?.id)}`, undefined, 'one');
    expect([made.status, removed.status]).toEqual(isCinder(id) ? [202, 202] : [200, 200]);
    expect(removed.text === '').toBe(isCinder(id));
  });

  function enveloped(status: number, key: string) {
    const code = isCinder(id) ? status : expect.stringMatching(/^EVS\./);
    return { [isCinder(id) ? key : 'error']: { message: expect.any(String), code } };
  }
});

test.each<[DialectId, string | number, number | undefined]>([
  ['extend-volume', 40, undefined],
  ['extend-volume-v2.1', '40.9', undefined],
  ['cinder-extend-v3', 40, undefined],
  ['extend-volume-otc', 40, 40],
  ['extend-volume-otc', '40.9', 40],
  ['extend-volume-otc', '39.9', undefined],
  ['cinder-extend-otc', 40, 40],
  ['cinder-extend-otc', 39, undefined],
  ['cinder-extend-v2', '50.5', undefined],
  ['cinder-extend-v2', '50.0', 50],
  ['extend-volume-2021', '50.5', 50],
])('%s takes %s GB on 40 GB for %s', async (id, size, becomes) => {
  const reply = await open(id).extend(sized(size));
  expect(reply.size).toBe(becomes ?? 40);
  expect(reply.status >= 400).toBe(becomes === undefined);
});

test.each(dialectIds)('%s has a maximum of its own for system disks, but for the first page', async (id) => {
  const { setUp, state, send, pathOf } = open(id);
  const place = await setUp({ size: 40 });
  const volume = state.volumes.get(place.volume_id);
  if (volume !== undefined) state.putVolume({ ...volume, bootable: true });
  const statusOf = async (size: number) =>
    (await send('POST', `${pathOf(place)}/action`, sized(size), 'one')).status < 400;
  expect(await statusOf(1025)).toBe(id === 'extend-volume');
  if (id !== 'extend-volume') expect(await statusOf(1024)).toBe(true);
});

test.each([
  ['{"isAutoPay":"true"}', 202],
  ['{"isAutoPay":"false"}', 202],
  ['{}', 202],
  ['{"isAutoPay":true}', 400],
  ['{"isAutoPay":"yes"}', 400],
  ['[]', 400],
  ['null', 400],
])('v2.1 answers bssParam %s with %i', async (order, status) => {
  const reply = await open('extend-volume-v2.1').extend(`{"os-extend":{"new_size":50},"bssParam":${order}}`);
  expect(reply.status).toBe(status);
});

test('one dialect can be served on the path of another, and says there what it says at home', async () => {
  const reply = await open('cinder-extend-v3', 'extend-volume-v2.1').extend(sized(50));
  expect(reply).toMatchObject({ status: 202, text: '', size: 50 });
  const refused = await open('extend-volume', 'cinder-extend-v3').extend(sized(30));
  expect(refused).toMatchObject({ status: 400, json: { error: { code: 'EVS.1004' } } });
});

test('jobs are where jobs are told of', async () => {
  const { extend, send } = open('extend-volume-v2.1');
  const { place, ...reply } = await extend(sized(50));
  const job = await send('GET', `/v1/${place.project_id}/jobs/${String(fields(reply).job_id)}`, undefined, 'one');
  expect(job).toMatchObject({ status: 200, json: { status: 'SUCCESS' } });
});

describe('a fault that only some dialects can have', () => {
  const order = '{"os-extend":{"new_size":50},"bssParam":{"isAutoPay":"false"}}';
  const answers: Readonly<Record<string, readonly [status: number, text: RegExp, size?: number]>> = {
    'auto-pay-text-refused': [400, /boolean/, 40],
    'error-202': [202, /"(error|badRequest)":{"message"/, 40],
    'state-error-202': [202, /"(error|badRequest)":{"message"/, 40],
    'job-200': [200, /^{"job_id":"[^"]+"}$/],
    'job-and-order-missing': [202, /^{}$/],
    'order-idle': [202, /job_id/, 40],
    'order-refused': [400, /bssParam/, 40],
    'order-id-empty': [202, /^{"order_id":""}$/],
    'order-id-number': [202, /^{"order_id":\d+}$/],
    'status-200': [200, /^({"job_id":"[^"]+"})?$/],
  };
  const own = Object.values<Fault>(faults).flatMap(({ id, dialects = [] }) =>
    dialects.map((one) => [id, one] as const),
  );

  test.each(own)('%s shows in %s', async (id, dialect) => {
    const [status, words, size = 50] = answers[id] ?? [];
    const volume = { size: 40, status: id.includes('error-') ? 'error' : 'available' };
    const body = dialect === 'extend-volume-v2.1' ? order : sized(50);
    const reply = await open(dialect, dialect, id as FaultId).extend(body, volume);
    expect(reply).toMatchObject({ status, text: expect.stringMatching(words ?? /^no such row$/), size });
  });
});

const refusing = ['error-no-code', 'error-code-null', 'error-and-job', 'error-string', 'error-no-message'] as const;

test.each(refusing.flatMap((fault) => dialectIds.map((id) => [fault, id] as const)))(
  '%s keeps the key of %s',
  async (fault, id) => {
    const reply = await open(id, id, fault).extend(sized(30));
    expect(reply.status).toBe(400);
    expect(Object.keys(fields(reply))).toContain(isCinder(id) ? 'badRequest' : 'error');
  },
);

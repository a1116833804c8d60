import { describe, expect, test } from 'vitest';
import { type OpenstackStates, whyOpenstackCannot } from '../../../targets/providers/openstack-cannot.ts';
import { madeNone, type VolumeSpec } from '../../../targets/volume-source.ts';
import type { Faults } from './fake-cinder.ts';
import { able, error, inUse, name, providerAt, several, spec, volume } from './openstack-bench.ts';

const unable: OpenstackStates = { resetState: false, attach: true };

const madeOf = (arrived: readonly { readonly body: string }[]): unknown => JSON.parse(arrived[0]?.body ?? '');

describe('a volume', () => {
  test('is created under a name that was written down before, and handed out once it is available', async () => {
    const { provider, cinder, events } = await providerAt();
    expect(await provider.obtain(spec)).toEqual({ kind: 'volume', volume });
    expect(events).toEqual([`creating ${name} after 0 requests`]);
    expect(madeOf(cinder.arrived)).toEqual({
      volume: { name, size: 40, volume_type: 'ssd', availability_zone: 'nova' },
    });
    expect(cinder.log).toEqual(['POST volumes', 'GET volume', 'GET volume']);
    expect(cinder.arrived[0]?.path).toBe('/v3/p/volumes');
  });

  test('is shared by its type', async () => {
    const { provider, cinder } = await providerAt();
    expect(await provider.obtain({ ...spec, multiattach: true })).toMatchObject({ kind: 'volume' });
    expect(madeOf(cinder.arrived)).toMatchObject({ volume: { volume_type: 'shared' } });
  });

  test.each([
    ['one server', inUse],
    ['one server where none is told', { ...inUse, servers: [] }],
    ['one server of a shared one', { ...inUse, multiattach: true }],
    ['several servers of a shared one', several],
  ])('is attached to %s', async (_, wish) => {
    const { provider, cinder } = await providerAt();
    expect(await provider.obtain(wish)).toMatchObject({ kind: 'volume' });
    const made = cinder.volumes.get('v1');
    expect(made).toMatchObject({ status: 'in-use', multiattach: wish.multiattach });
    const servers = made?.attachments.map(({ server_id }) => server_id) ?? [];
    expect(servers).toHaveLength(Math.max(1, wish.servers.length));
    expect(new Set(servers).size).toBe(servers.length);
    for (const server of servers) expect(server).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });

  test('is reset to a status', async () => {
    const { provider, cinder } = await providerAt();
    expect(await provider.obtain(error)).toEqual({ kind: 'volume', volume });
    expect(cinder.volumes.get('v1')?.status).toBe('error');
  });

  test('is asked for with the headers of the target', async () => {
    const microversion = { 'openstack-api-version': 'volume 3.42' };
    const { provider, cinder } = await providerAt({}, {}, microversion);
    await provider.obtain(inUse);
    await provider.giveBack(volume);
    for (const { headers } of cinder.arrived) expect(headers).toMatchObject(microversion);
  });
});

test.each<[string, Partial<VolumeSpec>, OpenstackStates]>([
  ['none of another tenant', { tenant: 'other' }, able],
  ['none is PAUSED', { ...several, servers: ['ACTIVE', 'PAUSED'] }, able],
  ['several servers to none but shared volumes', { ...several, multiattach: false }, able],
  ['servers to none but in-use volumes', { status: 'error', servers: ['ACTIVE'] }, able],
  ['never to deleting', { status: 'deleting' }, able],
  ['volumes.attach is false', inUse, { ...able, attach: false }],
  ['volumes.multiattachType', { multiattach: true }, unable],
  ['volumes.resetState', { status: 'error' }, unable],
])('what cannot be had is said without a request: %s', async (reason, wish, states) => {
  const { provider, cinder } = await providerAt({}, { multiattachType: undefined, ...states });
  const why = whyOpenstackCannot({ ...spec, ...wish }, states);
  expect(why).toContain(reason);
  expect(await provider.obtain({ ...spec, ...wish })).toEqual({ kind: 'unavailable', reason: why, room: 'never' });
  expect(cinder.log).toEqual([]);
});

test('what the settings allow is not ruled out beforehand', () => {
  for (const wish of [spec, inUse, several, error, { ...spec, multiattach: true }])
    expect(whyOpenstackCannot(wish, able)).toBeUndefined();
  expect(whyOpenstackCannot(inUse, unable)).toBeUndefined();
});

describe('a wish that turns out to be impossible', () => {
  test.each<[string, VolumeSpec, Faults, RegExp]>([
    [
      'the status is none',
      { ...spec, status: 'unheard-of' },
      {},
      /cannot be made unheard-of: os-reset_status answered 400/,
    ],
    [
      'the credentials may not',
      error,
      { answers: { 'os-reset_status': { status: 403, message: 'Policy' } } },
      /403 \(Policy\)/,
    ],
    [
      'nothing can be attached',
      inUse,
      { answers: { 'os-attach': { status: 400, message: 'no' } } },
      /os-attach answered 400 \(no\)/,
    ],
  ])('costs one volume, which is given back, and is remembered: %s', async (_, wish, faults, reason) => {
    const { provisioner, cinder } = await providerAt(faults, { resetState: true });
    const refused = { kind: 'unavailable', reason: expect.stringMatching(reason) };
    expect(await provisioner.obtain(wish)).toEqual(refused);
    expect(await provisioner.obtain({ ...wish, size: 50 })).toEqual(refused);
    expect(cinder.log.filter((call) => call === 'POST volumes')).toHaveLength(1);
    expect(cinder.volumes.size).toBe(0);
    expect(provisioner.summary()).toEqual({ volumesCreated: 1, volumesReturned: 1, left: [] });
  });

  test('is seen when the volume is read back', async () => {
    const wish = { ...spec, status: 'error_managing' };
    const { provisioner, cinder } = await providerAt({ shows: { error_managing: 'error' } });
    const reason = expect.stringMatching(/cannot be made error_managing: it is "error" after 5000 ms/);
    expect(await provisioner.obtain(wish)).toEqual({ kind: 'unavailable', reason });
    expect(cinder.volumes.size).toBe(0);
  });

  test('is a type that does not share', async () => {
    const { provisioner, cinder } = await providerAt({}, { multiattachType: 'plain' });
    const reason = expect.stringMatching(
      /a shared volume cannot be made available: its type makes .* multiattach false/,
    );
    expect(await provisioner.obtain({ ...spec, multiattach: true })).toEqual({ kind: 'unavailable', reason });
    expect(cinder.volumes.size).toBe(0);
  });

  test('may pass where it is a trouble', async () => {
    const { provisioner, cinder } = await providerAt({
      answers: { 'os-reserve': { status: 500, message: 'x', times: 1 } },
    });
    const reason = expect.stringContaining('os-reserve answered 500');
    expect(await provisioner.obtain(inUse)).toEqual({ kind: 'unavailable', reason });
    expect(await provisioner.obtain(inUse)).toMatchObject({ kind: 'volume' });
    expect([...cinder.volumes.keys()]).toEqual(['v2']);
  });
});

describe('a creation that goes wrong', () => {
  test('for want of room is no failure, and there may be room later', async () => {
    const { provider } = await providerAt({ quota: 0 });
    const reason = 'the quota is exhausted: the creation of a volume answered 413 (VolumeLimitExceeded: no more)';
    const obtained = await provider.obtain(spec);
    expect(obtained).toEqual({ kind: 'unavailable', reason });
    expect(madeNone(obtained)).toBe(true);
  });

  test('for its size alone is not waited for, and smaller ones are still made', async () => {
    const message = 'VolumeSizeExceedsLimit: Requested volume size 40G is larger than maximum allowed limit 30G.';
    const { provider } = await providerAt({ answers: { 'POST volumes': { status: 413, message, times: 1 } } });
    expect(await provider.obtain(spec)).toMatchObject({ kind: 'unavailable', room: 'never' });
    expect(await provider.obtain({ ...spec, size: 30 })).toMatchObject({ kind: 'volume' });
  });

  test.each<[string, Faults, RegExp, unknown]>([
    [
      'is refused',
      { answers: { 'POST volumes': { status: 400, message: 'no such type' } } },
      /400 \(no such type\)/,
      'no',
    ],
    [
      'answers 500, and made one all the same',
      { answers: { 'POST volumes': { status: 500, message: 'sorry', done: true } } },
      new RegExp(`answered 500 \\(sorry\\), named ${name}$`),
      volume,
    ],
    [
      'answers 500, and made none',
      { answers: { 'POST volumes': { status: 500, message: 'sorry' } } },
      /500/,
      'unknown',
    ],
    ['leaves it in error', { creation: ['creating', 'error'] }, /v1 that was created is "error"/, volume],
    [
      'never shows',
      { answers: { 'GET volume': { status: 503, message: 'wait' } } },
      /answered 503 \(wait\), and did not become available within 20000 ms/,
      volume,
    ],
  ])('%s', async (_, faults, reason, made) => {
    const { provider, cinder } = await providerAt(faults);
    cinder.place({ id: 'other', name: `${name}0` });
    expect(await provider.obtain(spec)).toEqual({ kind: 'failed', reason: expect.stringMatching(reason), made });
    expect(cinder.log.filter((call) => call === 'POST volumes')).toHaveLength(1);
  });

  test('too late leaves nothing behind', async () => {
    const creation = [...Array.from({ length: 20 }, () => 'creating'), 'available'];
    const { provider, cinder } = await providerAt({ creation });
    const reason = expect.stringContaining('is "creating", and did not become available within 20000 ms');
    expect(await provider.obtain(spec)).toEqual({ kind: 'failed', reason, made: volume });
    expect(await provider.giveBack(volume)).toBeUndefined();
    expect(cinder.log).not.toContain('os-reset_status');
    expect(cinder.volumes.size).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import type { OpenstackStates } from '../../../targets/providers/openstack-cannot.ts';
import { sweep } from '../../../targets/sweep.ts';
import type { VolumeSpec } from '../../../targets/volume-source.ts';
import { error, name, providerAt, several, spec, volume } from './openstack-bench.ts';

describe('a deletion', () => {
  test.each<[string, VolumeSpec, Partial<OpenstackStates>, readonly string[]]>([
    ['needs no undoing', spec, {}, []],
    ['undoes a status', error, {}, ['os-reset_status']],
    ['undoes one that would mean work', { ...spec, status: 'extending' }, {}, ['os-reset_status']],
    ['undoes attachments', several, {}, ['os-reset_status']],
    ['detaches', several, { resetState: false }, ['os-detach', 'os-detach']],
  ])('%s', async (_, wish, states, actions) => {
    const { provisioner, cinder, clock } = await providerAt({}, states);
    const handed = await provisioner.obtain(wish);
    if (handed.kind !== 'volume') throw new Error(handed.reason);
    cinder.log.length = 0;
    const before = clock.now();
    await provisioner.giveBack(handed.volume);
    expect(cinder.log.filter((call) => call.startsWith('os-'))).toEqual(actions);
    expect(cinder.volumes.size).toBe(0);
    expect(provisioner.summary()).toEqual({ volumesCreated: 1, volumesReturned: 1, left: [] });
    // nothing is under way that would have to be waited for
    expect(clock.now() - before).toBeLessThan(1_000);
  });

  test('waits for an extension that is under way', async () => {
    const { provider, cinder } = await providerAt();
    cinder.place({ id: 'v1', status: 'extending', ahead: ['extending', 'extending', 'available'] });
    expect(await provider.giveBack(volume)).toBeUndefined();
    expect(cinder.log.filter((call) => call.startsWith('os-') || call.startsWith('DELETE'))).toEqual(['DELETE volume']);
  });

  test('cuts short what does not end', async () => {
    const { provider, cinder, clock } = await providerAt();
    cinder.place({ id: 'v1', status: 'extending' });
    const before = clock.now();
    expect(await provider.giveBack(volume)).toBeUndefined();
    expect(clock.now() - before).toBeGreaterThanOrEqual(10_000);
    expect(cinder.log).toContain('os-reset_status');
  });

  test('frees what was only reserved, and detaches where a reset is refused', async () => {
    const refused = { status: 403, message: 'Policy' };
    const { provider, cinder } = await providerAt({ answers: { 'os-reset_status': refused } });
    cinder.place({ id: 'v1', status: 'attaching', attachments: [{ attachment_id: 'a', server_id: 's' }] });
    expect(await provider.giveBack(volume)).toBeUndefined();
    expect(cinder.log.filter((call) => call.startsWith('os-'))).toEqual([
      'os-reset_status',
      'os-unreserve',
      'os-detach',
    ]);
  });

  test.each([409, 500])('is asked for again after %d', async (status) => {
    const { provider, cinder } = await providerAt({
      answers: { 'DELETE volume': { status, message: 'busy', times: 2 } },
    });
    cinder.place({ id: 'v1' });
    expect(await provider.giveBack(volume)).toBeUndefined();
    expect(cinder.log.filter((call) => call === 'DELETE volume')).toHaveLength(3);
  });

  test('of what is gone, or going, is done', async () => {
    const { provider, cinder } = await providerAt();
    expect(await provider.giveBack(volume)).toBeUndefined();
    cinder.place({ id: 'v1', status: 'deleting', ahead: ['deleting', 'deleting', 'gone'] });
    expect(await provider.giveBack(volume)).toBeUndefined();
  });

  test('that fails says what was tried', async () => {
    const { provider, cinder } = await providerAt({
      answers: { 'os-reset_status': { status: 403, message: 'Policy' } },
    });
    cinder.place({ id: 'v1', status: 'maintenance' });
    expect(await provider.giveBack(volume)).toMatch(
      /^its deletion, asked for 6 times, answered 400 \(.*\); before that, os-reset_status answered 403 \(Policy\)$/,
    );
  });
});

test('a name is looked for exactly, in whatever the list holds', async () => {
  const { provider, cinder } = await providerAt();
  cinder.place({ id: 'a', name });
  cinder.place({ id: 'b', name: `${name}0` });
  expect(await provider.find?.('p', name)).toEqual([{ project: 'p', id: 'a', name }]);
  expect(cinder.arrived[0]?.path).toBe(`/v3/p/volumes/detail?name=${name}`);
});

test('sweep gives back what a run that died had out, attached, reset, and just being created', async () => {
  const { provider, cinder, ledger, clock } = await providerAt();
  const origin = { source: 'openstack', target: 'http://x' };
  cinder.place({ id: 'a', status: 'in-use', attachments: [{ attachment_id: 'a', server_id: 's' }] });
  cinder.place({ id: 'b', status: 'error' });
  cinder.place({ id: 'c', name, status: 'creating', ahead: ['creating', 'available'] });
  const line = (more: object) => ({ event: 'obtained', ...origin, project_id: 'p', ...more }) as const;
  const volumes = [line({ volume_id: 'a' }), line({ volume_id: 'b' })];
  const setUps = [line({ name }), line({ name: `${name}9` })];
  const outstanding = { volumes, setUps, cutOff: [], unreadable: [] };
  const swept = await sweep(outstanding, provider, origin, ledger, (ms) => clock.sleep(ms));
  expect(swept.map(({ what, outcome }) => `${what} ${outcome}`).sort()).toEqual([
    'a returned',
    'b returned',
    'c returned',
    `${name}9 gone`,
  ]);
  expect(cinder.volumes.size).toBe(0);
});

import { describe, expect, test } from 'vitest';
import { openObserver } from '../../../targets/observe.ts';
import { inventoryProvider } from '../../../targets/providers/inventory.ts';
import type { Listed } from '../../../targets/providers/listed.ts';
import type { VolumeSpec } from '../../../targets/volume-source.ts';
import type { NoAnswer, WireAnswer } from '../../../wire/exchange.ts';
import { fakeClock } from '../../wire/fake-clock.ts';
import { scripted } from '../../wire/scripted.ts';
import { detail, volumes } from '../observing.ts';
import { withSetUps } from '../set-ups.ts';

const { answer, none } = scripted;
const spec: VolumeSpec = { size: 10, status: 'available', multiattach: false, servers: [] };
const listed: Listed = { id: 'v', project: 'p', status: 'available', multiattach: false, servers: [] };
const attached: Listed = { ...listed, status: 'in-use', servers: ['ACTIVE', 'PAUSED'] };
const reading = (fields: Readonly<Record<string, unknown>>) =>
  detail({ size: 40, status: 'available', multiattach: false, attachments: [], ...fields });

function inventoryOf(list: readonly Listed[], ...replies: readonly (WireAnswer | NoAnswer)[]) {
  const transport = scripted.transport(replies);
  const clock = fakeClock();
  const observer = openObserver(transport, clock, { volume: volumes, job: null });
  const warnings: string[] = [];
  const use = { maxGb: 200, settleMs: 5_000, warn: (text: string) => warnings.push(text) };
  return {
    provider: withSetUps(inventoryProvider(list, use, observer, clock)),
    warnings,
    requests: transport.requests,
    clock,
  };
}

describe('a volume that is as the list says', () => {
  test('is handed out once, and again when it has come back, grown', async () => {
    const { provider } = inventoryOf([listed], reading({}), reading({ size: 41 }));
    expect(await provider.obtain(spec)).toEqual({ kind: 'volume', volume: { project: 'p', id: 'v' } });
    const busy = await provider.obtain(spec);
    if (busy.kind !== 'unavailable' || typeof busy.room !== 'function') throw new Error('it is not busy');
    expect([busy.reason, busy.room()]).toEqual([
      expect.stringMatching(/every available volume .* is handed out/),
      false,
    ]);
    expect(await provider.giveBack({ project: 'p', id: 'v' })).toBeUndefined();
    expect(busy.room()).toBe(true);
    expect((await provider.obtain(spec)).kind).toBe('volume');
  });

  test('is found by its servers in any order, and by nothing less', async () => {
    const { provider } = inventoryOf([attached], reading({ status: 'in-use', attachments: [{}, {}] }));
    const wish = { ...spec, status: 'in-use' };
    for (const servers of [['ACTIVE'], ['ACTIVE', 'ERROR'], []]) {
      const reason = expect.stringMatching(/^the inventory has no in-use volume/);
      expect(await provider.obtain({ ...wish, servers })).toEqual({ kind: 'unavailable', reason, room: 'never' });
    }
    expect((await provider.obtain({ ...wish, servers: ['PAUSED', 'ACTIVE'] })).kind).toBe('volume');
  });

  test('is waited for while it is being extended', async () => {
    const extending = reading({ status: 'extending' });
    const { provider, clock } = inventoryOf([listed], extending, extending, reading({}));
    expect((await provider.obtain(spec)).kind).toBe('volume');
    expect(clock.pauses).toEqual([20, 40]);
  });

  test('and smaller than the wish serves another one', async () => {
    const { provider, warnings } = inventoryOf([listed], reading({}));
    const reason = expect.stringMatching(/v: it has 40 GB, and 100 GB are asked for/);
    expect(await provider.obtain({ ...spec, size: 100 })).toMatchObject({ reason, room: 'never' });
    expect((await provider.obtain(spec)).kind).toBe('volume');
    expect(warnings).toEqual([]);
  });

  test('and belongs to another tenant is neither read nor taken for one’s own', async () => {
    const { provider, requests } = inventoryOf([{ ...listed, tenant: 'other' }], reading({}));
    expect(await provider.obtain(spec)).toMatchObject({ kind: 'unavailable', room: 'never' });
    expect((await provider.obtain({ ...spec, tenant: 'other' })).kind).toBe('volume');
    expect(requests).toEqual([]);
  });
});

describe('a volume that is not as the list says', () => {
  test.each<[string, WireAnswer, RegExp]>([
    ['state', reading({ status: 'error' }), /says status "available", and it reads "error": correct the inventory/],
    ['sharing', reading({ multiattach: true }), /says multiattach false, and it reads true/],
    ['servers', reading({ attachments: [{}] }), /says servers 0, and it reads 1/],
    ['room', reading({ size: 200 }), /has 200 GB, and its budget of 200 GB leaves it no room to grow/],
    [
      'being there',
      answer(404),
      /it is not there: somebody has deleted it, or its id or project is wrong \(GET .* 404\)/,
    ],
    ['being readable', answer(403), /it may not be read: its project or the credentials are wrong/],
  ])('in its %s is left out, with one clear warning', async (what, reply, why) => {
    const { provider, warnings } = inventoryOf([listed], reply);
    for (let time = 0; time < 2; time += 1) {
      expect(await provider.obtain(spec)).toEqual({
        kind: 'unavailable',
        reason: expect.stringMatching(why),
        room: 'never',
        ...(what === 'room' ? { budget: true } : {}),
      });
    }
    expect(warnings).toEqual([expect.stringMatching(/^the volume v of the inventory is left out: /)]);
  });

  test('does not keep the next one from being used', async () => {
    const next = { ...listed, id: 'w' };
    const { provider } = inventoryOf([listed, next], answer(404), reading({ id: 'w' }));
    expect(await provider.obtain(spec)).toEqual({ kind: 'volume', volume: { project: 'p', id: 'w' } });
  });

  test('because it cannot be read just now is tried again', async () => {
    const { provider, warnings } = inventoryOf([listed], none('timeout'), none('timeout'), reading({}));
    expect(await provider.obtain(spec)).toMatchObject({ reason: expect.stringMatching(/it cannot be read now/) });
    expect((await provider.obtain(spec)).kind).toBe('volume');
    expect(warnings).toEqual([]);
  });
});

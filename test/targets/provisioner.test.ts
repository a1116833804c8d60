import { describe, expect, test } from 'vitest';
import { imaginaryClock } from '../../engine/dry-run/clock.ts';
import { systemClock } from '../../main/clock.ts';
import { type Ledger, openLedger } from '../../targets/ledger.ts';
import { type Handed, openProvisioner } from '../../targets/provisioner.ts';
import {
  CouldNotRun,
  type Obtained,
  type Volume,
  type VolumeProvider,
  type VolumeSpec,
} from '../../targets/volume-source.ts';
import { OutOfFiles } from '../../wire/no-answer.ts';

const spec: VolumeSpec = { size: 10, status: 'available', multiattach: false, servers: [] };
const paused: VolumeSpec = { ...spec, status: 'in-use', servers: ['PAUSED'] };
const holding = (held: number) => ({ held, waits: () => new AbortController().signal });
const volume = (id: string): Obtained => ({ kind: 'volume', volume: { project: 'p', id } });
const full: Obtained = { kind: 'unavailable', reason: 'no more than that' };

/** A provider that answers by script, then for ever with its last word; it keeps what was given back. */
function scriptedProvider(...replies: readonly Obtained[]) {
  const back: string[] = [];
  let asked = 0;
  const provider: VolumeProvider = {
    hint: 'check it',
    async obtain() {
      const reply = replies[Math.min(asked, replies.length - 1)];
      asked += 1;
      if (reply === undefined) throw new Error('nothing is scripted');
      return reply;
    },
    async giveBack({ id }) {
      back.push(id);
      return undefined;
    },
  };
  return { provider, back, asked: () => asked };
}

/** A provider with room for so many volumes; it cannot pause servers. */
function quotaProvider(quota: number) {
  const out = new Set<string>();
  let made = 0;
  let most = 0;
  const provider: VolumeProvider = {
    hint: 'check it',
    async obtain({ servers }) {
      await new Promise((resolve) => setImmediate(resolve));
      if (servers.length > 0 || out.size >= quota) return full;
      made += 1;
      out.add(`v${made}`);
      most = Math.max(most, out.size);
      return volume(`v${made}`);
    },
    async giveBack({ id }) {
      await new Promise((resolve) => setImmediate(resolve));
      out.delete(id);
      return undefined;
    },
  };
  return { provider, out, most: () => most };
}

const provisionerOf = (provider: VolumeProvider, ledger: Ledger = openLedger(), signal?: AbortSignal) =>
  openProvisioner(provider, ledger, imaginaryClock(), signal);

describe('a provider that fails', () => {
  const failed: Obtained = { kind: 'failed', reason: 'it answered 500', made: 'no' };

  test('at its first call means that nothing can run, and says what to check', async () => {
    const provisioner = provisionerOf(scriptedProvider(failed).provider);
    await expect(provisioner.obtain(spec)).rejects.toThrow(CouldNotRun);
    await expect(provisioner.obtain(spec)).rejects.toThrow('it answered 500: check it');
  });

  test('later costs the one wish', async () => {
    const provisioner = provisionerOf(scriptedProvider(volume('v1'), failed).provider);
    await provisioner.obtain(spec);
    expect(await provisioner.obtain(paused, holding(1))).toEqual({ kind: 'unavailable', reason: 'it answered 500' });
  });

  test('having said that it cannot works all the same', async () => {
    const provisioner = provisionerOf(scriptedProvider(full, failed).provider);
    expect((await provisioner.obtain(spec)).kind).toBe('unavailable');
    expect((await provisioner.obtain(spec)).kind).toBe('unavailable');
  });

  test('after an interruption is no news', async () => {
    const provisioner = provisionerOf(scriptedProvider(failed).provider, openLedger(), AbortSignal.abort());
    expect((await provisioner.obtain(spec)).kind).toBe('unavailable');
  });

  test('and made a volume of no use has it taken back at once', async () => {
    const made: Volume = { project: 'p', id: 'a b' };
    const { provider, back } = scriptedProvider({ kind: 'failed', reason: 'no id', made });
    const provisioner = provisionerOf(provider);
    await expect(provisioner.obtain(spec)).rejects.toThrow(CouldNotRun);
    expect(back).toEqual(['a b']);
    expect(provisioner.summary()).toEqual({ volumesCreated: 1, volumesReturned: 1, left: [] });
  });

  test('to bring one into a state works all the same, and has it taken back', async () => {
    const made: Volume = { project: 'p', id: 'v1' };
    const { provider, back } = scriptedProvider({ kind: 'unavailable', reason: 'no reset', room: 'never', made });
    const provisioner = provisionerOf(provider);
    expect(await provisioner.obtain(spec)).toEqual({ kind: 'unavailable', reason: 'no reset' });
    expect(back).toEqual(['v1']);
    expect(provisioner.summary()).toEqual({ volumesCreated: 1, volumesReturned: 1, left: [] });
  });

  test('and may have made one is not asked again, and the one is listed', async () => {
    const { provider, asked } = scriptedProvider(volume('v1'), { kind: 'failed', reason: 'silence', made: 'unknown' });
    const provisioner = provisionerOf(provider);
    await provisioner.obtain(spec);
    await provisioner.obtain(spec);
    expect(asked()).toBe(2);
    expect(provisioner.summary().left).toContainEqual({
      volume: 'of an unknown id',
      reason: 'silence: there may be a volume of it',
    });
  });
});

describe('a volume of another project than the run’s', () => {
  const of = (project: string, id: string): Obtained => ({ kind: 'volume', volume: { project, id } });
  const provisionerFor = (project: string | undefined, provider: VolumeProvider) =>
    openProvisioner(provider, openLedger(), imaginaryClock(), undefined, project);

  test('is given back, and means that nothing can be done with the provider', async () => {
    const { provider, back, asked } = scriptedProvider(of('other', 'v1'));
    const provisioner = provisionerFor('p', provider);
    const reason = 'volumes are set up in project "other", but --project is "p": make them the same (check it)';
    expect(await provisioner.obtain(spec)).toEqual({ kind: 'unavailable', reason });
    expect(await provisioner.obtain(spec)).toEqual({ kind: 'unavailable', reason });
    expect([back, asked(), provisioner.useless.reason]).toEqual([['v1'], 1, reason]);
    expect(provisioner.summary()).toEqual({ volumesCreated: 1, volumesReturned: 1, left: [] });
  });

  test('is so where it comes later as well', async () => {
    const { provider, back } = scriptedProvider(of('p', 'v1'), of('other', 'v2'));
    const provisioner = provisionerFor('p', provider);
    expect((await provisioner.obtain(spec)).kind).toBe('volume');
    expect((await provisioner.obtain(spec)).kind).toBe('unavailable');
    expect([back, provisioner.useless.aborted]).toEqual([['v2'], true]);
  });

  test('is what was asked for where it is to be another tenant’s, or nobody has named a project', async () => {
    const foreign = { ...spec, tenant: 'other' } as const;
    expect(await provisionerFor('p', scriptedProvider(of('other', 'v1')).provider).obtain(foreign)).toEqual(
      of('other', 'v1'),
    );
    expect(await provisionerFor(undefined, scriptedProvider(of('x', 'v1')).provider).obtain(spec)).toEqual(
      of('x', 'v1'),
    );
  });
});

describe('a volume that is handed out while it is out', () => {
  test('once is nobody else’s: the provider is asked again', async () => {
    const provisioner = provisionerOf(scriptedProvider(volume('v1'), volume('v1'), volume('v2')).provider);
    expect(await provisioner.obtain(spec)).toEqual(volume('v1'));
    expect(provisioner.double()).toBeUndefined();
    expect(await provisioner.obtain(spec)).toEqual(volume('v2'));
    expect([provisioner.double(), provisioner.useless.aborted]).toEqual(['v1', false]);
  });

  test('again means that nothing can be done with the provider, which is asked no more', async () => {
    const { provider, asked } = scriptedProvider(volume('v1'));
    const provisioner = provisionerOf(provider);
    await provisioner.obtain(spec);
    const reason = /v1 was handed out again while it was out, .* volume of its own \(check it\)/;
    expect(await provisioner.obtain(spec, holding(1))).toMatchObject({ reason: expect.stringMatching(reason) });
    expect(provisioner.useless.reason).toMatch(reason);
    const wishes = await Promise.all(Array.from({ length: 20 }, () => provisioner.obtain(paused)));
    expect(wishes.every(({ kind }) => kind === 'unavailable')).toBe(true);
    expect(asked()).toBe(3);
  });

  test('that is back is good again, also while the answer to its teardown is on the way', async () => {
    const { provider } = scriptedProvider(volume('v1'));
    let done = (): void => {};
    const slow = {
      ...provider,
      giveBack: () => new Promise<undefined>((resolve) => (done = () => resolve(undefined))),
    };
    const provisioner = provisionerOf(slow);
    await provisioner.obtain(spec);
    const back = provisioner.giveBack({ project: 'p', id: 'v1' });
    const second = provisioner.obtain(spec);
    await new Promise((resolve) => setImmediate(resolve));
    done();
    await back;
    expect(await second).toEqual(volume('v1'));
    expect(provisioner.double()).toBeUndefined();
  });
});

describe('a provider that refuses', () => {
  const wishes = Array.from({ length: 60 }, (_, at): VolumeSpec => ({ ...spec, status: `state-${at}` }));
  const refusing = (cannot: (wish: VolumeSpec, asked: number) => boolean) => {
    const out = new Set<string>();
    let asked = 0;
    const provider: VolumeProvider = {
      hint: 'check it',
      async obtain(wish) {
        asked += 1;
        const id = `v${asked}`;
        await new Promise((resolve) => setImmediate(resolve));
        if (cannot(wish, asked)) return { kind: 'unavailable', reason: 'cannot' };
        out.add(id);
        return volume(id);
      },
      async giveBack({ id }) {
        out.delete(id);
        return undefined;
      },
    };
    return { provisioner: provisionerOf(provider), asked: () => asked, out };
  };
  /** Twelve checks ask for whatever they need, again and again, each with a volume in hand at most. */
  async function run(provisioner: ReturnType<typeof provisionerOf>): Promise<number> {
    let met = 0;
    const check = async (_: unknown, first: number): Promise<void> => {
      for (let round = 0; round < 200; round += 1) {
        const wish = round % 2 === 0 ? spec : (wishes[(first * 7 + round) % wishes.length] ?? spec);
        const handed = await provisioner.obtain(wish);
        if (handed.kind !== 'volume') continue;
        met += 1;
        await new Promise((resolve) => setImmediate(resolve));
        await provisioner.giveBack(handed.volume);
      }
    };
    await Promise.all(Array.from({ length: 12 }, check));
    return met;
  }

  test('everything is asked for each wish once, or twice where several want it at the same time', async () => {
    const { provisioner, asked } = refusing(() => true);
    await provisioner.obtain(spec);
    expect(await run(provisioner)).toBe(0);
    expect(asked()).toBeLessThanOrEqual(2 * wishes.length);
  });

  test('all but plain volumes is asked for each of the others two or three times, and gives all plain ones', async () => {
    const { provisioner, asked, out } = refusing(({ status }) => status !== 'available');
    expect(await run(provisioner)).toBe(1_200);
    expect(asked() - 1_200).toBeLessThanOrEqual(3 * wishes.length);
    expect(out.size).toBe(0);
  });

  test('all after the fifth is given up soon', async () => {
    const { provisioner, asked } = refusing((_, count) => count > 5);
    expect(await run(provisioner)).toBeLessThanOrEqual(5);
    expect(asked()).toBeLessThanOrEqual(wishes.length + 150);
  });

  test('a wish while nothing is out, and has room later, is not lost where it says that it has no room', async () => {
    let asked = 0;
    const provider: VolumeProvider = {
      hint: 'check it',
      async obtain() {
        asked += 1;
        return asked < 3 ? { kind: 'unavailable', reason: 'quota exceeded' } : volume('v1');
      },
      giveBack: async () => undefined,
    };
    expect(await provisionerOf(provider).obtain(paused)).toEqual(volume('v1'));
  });
});

describe('a set-up that breaks on the way', () => {
  const breaking = (error: Error, more: Partial<VolumeProvider> = {}): VolumeProvider => ({
    hint: 'check it',
    async obtain(_, setUp) {
      setUp.goesOut('the hook');
      throw error;
    },
    giveBack: async () => undefined,
    ...more,
  });
  const unknown = [{ volume: 'of an unknown id', reason: expect.stringContaining('the set-up 0-1 was under way') }];

  test.each([
    ['is told as one that nobody knows the end of', breaking(new Error('planted')), unknown],
    ['has made nothing where it could not even be sent', breaking(new OutOfFiles('planted')), []],
    ['may have, where it takes more than that', breaking(new OutOfFiles('planted'), { find: async () => [] }), unknown],
  ])('%s', async (_, provider, left) => {
    const provisioner = provisionerOf(provider);
    await expect(provisioner.obtain(spec)).rejects.toThrow('planted');
    expect(provisioner.summary().left).toEqual(left);
  });
});

test('nothing is asked for that cannot be written down', async () => {
  let asked = 0;
  const provider: VolumeProvider = {
    hint: 'check it',
    async obtain(_, setUp) {
      setUp.goesOut('the hook');
      asked += 1;
      return volume('v1');
    },
    giveBack: async () => undefined,
  };
  await expect(provisionerOf(provider, openLedger('/dev/full')).obtain(spec)).rejects.toThrow(/cannot be written/);
  expect(asked).toBe(0);
});

test('a volume that cannot be written down is given back', async () => {
  const { provider, back } = scriptedProvider(volume('v1'));
  const ledger = openLedger('/dev/full');
  await expect(provisionerOf(provider, ledger).obtain(spec)).rejects.toThrow(/the ledger .* cannot be written/);
  expect(back).toEqual(['v1']);
});

describe('a provider with room for few', () => {
  test.each([1, 2, 5])('%i serves twelve checks, one after the other', async (quota) => {
    const { provider, out, most } = quotaProvider(quota);
    const provisioner = provisionerOf(provider);
    const contact = await provisioner.obtain(spec);
    if (contact.kind === 'volume') await provisioner.giveBack(contact.volume);
    const check = async (): Promise<string> => {
      for (let round = 0; round < 4; round += 1) {
        const handed = await provisioner.obtain(spec);
        if (handed.kind !== 'volume') return handed.reason;
        await new Promise((resolve) => setImmediate(resolve));
        await provisioner.giveBack(handed.volume);
      }
      return 'served';
    };
    expect(await Promise.all(Array.from({ length: 12 }, check))).toEqual(Array.from({ length: 12 }, () => 'served'));
    expect(most()).toBeLessThanOrEqual(quota);
    expect(out.size).toBe(0);
    expect(provisioner.isPressed()).toBe(false);
  });

  test('is told from one that cannot: that wish is given up', async () => {
    const { provider } = quotaProvider(5);
    const provisioner = provisionerOf(provider);
    const held = await Promise.all(Array.from({ length: 4 }, () => provisioner.obtain(spec)));
    expect(held.map(({ kind }) => kind)).toEqual(['volume', 'volume', 'volume', 'volume']);
    const wish = provisioner.obtain(paused);
    const [first] = held;
    if (first?.kind === 'volume') await provisioner.giveBack(first.volume);
    expect(await wish).toEqual({ kind: 'unavailable', reason: 'no more than that' });
  });

  test('has what is not in use given back when somebody waits', async () => {
    const { provider } = quotaProvider(2);
    const provisioner = provisionerOf(provider);
    const kept: Volume[] = [];
    for (let at = 0; at < 2; at += 1) {
      const handed = await provisioner.obtain(spec);
      if (handed.kind === 'volume') kept.push(handed.volume);
    }
    const waits = (): AbortSignal => {
      for (const one of kept.splice(0)) void provisioner.giveBack(one);
      return new AbortController().signal;
    };
    expect((await provisioner.obtain(spec, { held: 0, waits })).kind).toBe('volume');
    expect(kept).toEqual([]);
  });

  test('lets go of whoever has found another volume meanwhile', async () => {
    const { provider } = quotaProvider(1);
    const provisioner = provisionerOf(provider);
    await provisioner.obtain(spec);
    const found = new AbortController();
    const waits = (): AbortSignal => {
      setImmediate(() => found.abort());
      return found.signal;
    };
    expect((await provisioner.obtain(spec, { held: 0, waits })).kind).toBe('unavailable');
  });

  test('and whose volumes never come back is given up after a while', async () => {
    const { provider } = quotaProvider(1);
    const provisioner = provisionerOf(provider);
    await provisioner.obtain(spec);
    expect(await provisioner.obtain(spec)).toEqual(full);
  });

  test('ends with the run for those who wait', async () => {
    const { provider } = quotaProvider(1);
    const controller = new AbortController();
    const provisioner = openProvisioner(provider, openLedger(), systemClock, controller.signal);
    await provisioner.obtain(spec);
    const waiting = provisioner.obtain(spec);
    setTimeout(() => controller.abort(), 5);
    expect((await waiting).kind).toBe('unavailable');
  });

  test('that is filled by others meanwhile ends the wait as well', async () => {
    let room = 3;
    const { provider } = quotaProvider(3);
    const shrinking: VolumeProvider = {
      ...provider,
      obtain: (wish, setUp) => (room > 0 ? provider.obtain(wish, setUp) : Promise.resolve(full)),
    };
    const provisioner = provisionerOf(shrinking);
    await Promise.all(Array.from({ length: 3 }, () => provisioner.obtain(spec)));
    room = 0;
    const wishes = Array.from({ length: 6 }, () => provisioner.obtain(spec));
    await provisioner.giveBack({ project: 'p', id: 'v1' });
    expect(new Set((await Promise.all(wishes)).map(({ kind }) => kind))).toEqual(new Set(['unavailable']));
  });
});

describe('a provider that knows what it has', () => {
  /** One volume of each kind, told apart by their state. */
  function pool() {
    const out = new Set<string>();
    let asked = 0;
    const provider: VolumeProvider = {
      hint: 'check it',
      keeps: true,
      async obtain({ status }) {
        asked += 1;
        if (status === 'error') return { ...full, room: 'never' };
        if (out.has(status)) return { ...full, room: () => !out.has(status) };
        out.add(status);
        return volume(status);
      },
      async giveBack({ id }) {
        out.delete(id);
        return undefined;
      },
    };
    return { provisioner: openProvisioner(provider, openLedger(), systemClock), asked: () => asked };
  }
  const attached = { ...spec, status: 'in-use' };
  const given = async (work: Promise<Handed>): Promise<Volume> => {
    const handed = await work;
    if (handed.kind !== 'volume') throw new Error(handed.reason);
    return handed.volume;
  };

  test('is waited for until what is wished for has come back, whatever else does', async () => {
    const { provisioner, asked } = pool();
    const [one, other] = [await given(provisioner.obtain(spec)), await given(provisioner.obtain(attached))];
    const wish = provisioner.obtain(spec);
    await provisioner.giveBack(other);
    expect(asked()).toBe(3);
    await provisioner.giveBack(one);
    expect((await wish).kind).toBe('volume');
    expect(provisioner.keeps).toBe(true);
  });

  test('is not asked twice for what it never has, nor for what the asker holds himself', async () => {
    const { provisioner, asked } = pool();
    expect((await provisioner.obtain({ ...spec, status: 'error' })).kind).toBe('unavailable');
    await given(provisioner.obtain(spec));
    expect((await provisioner.obtain(spec, holding(1))).kind).toBe('unavailable');
    expect(asked()).toBe(3);
  });

  test('does not keep two waiting for each other', async () => {
    const { provisioner } = pool();
    const [one, other] = [await given(provisioner.obtain(spec)), await given(provisioner.obtain(attached))];
    const first = provisioner.obtain(attached, holding(1));
    const second = provisioner.obtain(spec, holding(1));
    expect((await second).kind).toBe('unavailable');
    await provisioner.giveBack(other);
    expect((await first).kind).toBe('volume');
    await provisioner.giveBack(one);
  });
});

describe('a volume that its operation has removed', () => {
  const answers = {
    'gives it back as any other': async () => undefined,
    'says that there is no such volume': async () => 'it answered 404',
    breaks: async () => Promise.reject(new Error('planted')),
  } satisfies Record<string, VolumeProvider['giveBack']>;
  const gone: Volume = { project: 'p', id: 'v1' };
  const afterwards = async (giveBack: VolumeProvider['giveBack'], isGone: boolean | undefined) => {
    const provisioner = provisionerOf({ ...scriptedProvider(volume('v1')).provider, giveBack });
    await provisioner.obtain(spec);
    await provisioner.giveBack(gone, isGone);
    return provisioner.summary();
  };

  test.each(Object.entries(answers))('is back where the provider %s', async (_, giveBack) => {
    expect(await afterwards(giveBack, true)).toEqual({ volumesCreated: 1, volumesReturned: 1, left: [] });
  });

  test('is left behind where nobody knows that it is gone, and the provider could not give it back', async () => {
    for (const [says, reason] of [
      ['says that there is no such volume', 'it answered 404'],
      ['breaks', 'planted'],
    ] as const)
      expect((await afterwards(answers[says], undefined)).left).toEqual([{ volume: expect.anything(), reason }]);
  });
});

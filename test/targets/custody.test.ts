import { describe, expect, test } from 'vitest';
import { imaginaryClock } from '../../engine/dry-run/clock.ts';
import { systemClock } from '../../main/clock.ts';
import { type Handed, openCustody } from '../../targets/custody.ts';
import { type Ledger, openLedger } from '../../targets/ledger.ts';
import {
  CouldNotRun,
  type Obtained,
  type Volume,
  type VolumeSource,
  type VolumeSpec,
} from '../../targets/volume-source.ts';
import { OutOfFiles } from '../../wire/no-answer.ts';

const spec: VolumeSpec = { size: 10, status: 'available', multiattach: false, servers: [] };
const paused: VolumeSpec = { ...spec, status: 'in-use', servers: ['PAUSED'] };
const holding = (held: number) => ({ held, waits: () => new AbortController().signal });
const volume = (id: string): Obtained => ({ kind: 'volume', volume: { project: 'p', id } });
const full: Obtained = { kind: 'unavailable', reason: 'no more than that' };

/** A source that answers by script, then for ever with its last word; it keeps what was given back. */
function scriptedSource(...replies: readonly Obtained[]) {
  const back: string[] = [];
  let asked = 0;
  const source: VolumeSource = {
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
  return { source, back, asked: () => asked };
}

/** A source with room for so many volumes; it cannot pause servers. */
function quotaSource(quota: number) {
  const out = new Set<string>();
  let made = 0;
  let most = 0;
  const source: VolumeSource = {
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
  return { source, out, most: () => most };
}

const custodyOf = (source: VolumeSource, ledger: Ledger = openLedger(), signal?: AbortSignal) =>
  openCustody(source, ledger, imaginaryClock(), signal);

describe('a source that fails', () => {
  const failed: Obtained = { kind: 'failed', reason: 'it answered 500', made: 'no' };

  test('at its first call means that nothing can run, and says what to check', async () => {
    const custody = custodyOf(scriptedSource(failed).source);
    await expect(custody.obtain(spec)).rejects.toThrow(CouldNotRun);
    await expect(custody.obtain(spec)).rejects.toThrow('it answered 500: check it');
  });

  test('later costs the one wish', async () => {
    const custody = custodyOf(scriptedSource(volume('v1'), failed).source);
    await custody.obtain(spec);
    expect(await custody.obtain(paused, holding(1))).toEqual({ kind: 'unavailable', reason: 'it answered 500' });
  });

  test('having said that it cannot works all the same', async () => {
    const custody = custodyOf(scriptedSource(full, failed).source);
    expect((await custody.obtain(spec)).kind).toBe('unavailable');
    expect((await custody.obtain(spec)).kind).toBe('unavailable');
  });

  test('after an interruption is no news', async () => {
    const custody = custodyOf(scriptedSource(failed).source, openLedger(), AbortSignal.abort());
    expect((await custody.obtain(spec)).kind).toBe('unavailable');
  });

  test('and made a volume of no use has it taken back at once', async () => {
    const made: Volume = { project: 'p', id: 'a b' };
    const { source, back } = scriptedSource({ kind: 'failed', reason: 'no id', made });
    const custody = custodyOf(source);
    await expect(custody.obtain(spec)).rejects.toThrow(CouldNotRun);
    expect(back).toEqual(['a b']);
    expect(custody.summary()).toEqual({ volumesCreated: 1, volumesReturned: 1, left: [] });
  });

  test('to bring one into a state works all the same, and has it taken back', async () => {
    const made: Volume = { project: 'p', id: 'v1' };
    const { source, back } = scriptedSource({ kind: 'unavailable', reason: 'no reset', room: 'never', made });
    const custody = custodyOf(source);
    expect(await custody.obtain(spec)).toEqual({ kind: 'unavailable', reason: 'no reset' });
    expect(back).toEqual(['v1']);
    expect(custody.summary()).toEqual({ volumesCreated: 1, volumesReturned: 1, left: [] });
  });

  test('and may have made one is not asked again, and the one is listed', async () => {
    const { source, asked } = scriptedSource(volume('v1'), { kind: 'failed', reason: 'silence', made: 'unknown' });
    const custody = custodyOf(source);
    await custody.obtain(spec);
    await custody.obtain(spec);
    expect(asked()).toBe(2);
    expect(custody.summary().left).toContainEqual({
      volume: 'of an unknown id',
      reason: 'silence: there may be a volume of it',
    });
  });
});

describe('a volume of another project than the run’s', () => {
  const of = (project: string, id: string): Obtained => ({ kind: 'volume', volume: { project, id } });
  const custodyFor = (project: string | undefined, source: VolumeSource) =>
    openCustody(source, openLedger(), imaginaryClock(), undefined, project);

  test('is given back, and means that nothing can be done with the source', async () => {
    const { source, back, asked } = scriptedSource(of('other', 'v1'));
    const custody = custodyFor('p', source);
    const reason = 'volumes are set up in project "other", and --project is "p": make them one (check it)';
    expect(await custody.obtain(spec)).toEqual({ kind: 'unavailable', reason });
    expect(await custody.obtain(spec)).toEqual({ kind: 'unavailable', reason });
    expect([back, asked(), custody.useless.reason]).toEqual([['v1'], 1, reason]);
    expect(custody.summary()).toEqual({ volumesCreated: 1, volumesReturned: 1, left: [] });
  });

  test('is so where it comes later as well', async () => {
    const { source, back } = scriptedSource(of('p', 'v1'), of('other', 'v2'));
    const custody = custodyFor('p', source);
    expect((await custody.obtain(spec)).kind).toBe('volume');
    expect((await custody.obtain(spec)).kind).toBe('unavailable');
    expect([back, custody.useless.aborted]).toEqual([['v2'], true]);
  });

  test('is what was asked for where it is to be another tenant’s, or nobody has named a project', async () => {
    const foreign = { ...spec, tenant: 'other' } as const;
    expect(await custodyFor('p', scriptedSource(of('other', 'v1')).source).obtain(foreign)).toEqual(of('other', 'v1'));
    expect(await custodyFor(undefined, scriptedSource(of('x', 'v1')).source).obtain(spec)).toEqual(of('x', 'v1'));
  });
});

describe('a volume that is handed out while it is out', () => {
  test('once is nobody else’s: the source is asked again', async () => {
    const custody = custodyOf(scriptedSource(volume('v1'), volume('v1'), volume('v2')).source);
    expect(await custody.obtain(spec)).toEqual(volume('v1'));
    expect(custody.double()).toBeUndefined();
    expect(await custody.obtain(spec)).toEqual(volume('v2'));
    expect([custody.double(), custody.useless.aborted]).toEqual(['v1', false]);
  });

  test('again means that nothing can be done with the source, which is asked no more', async () => {
    const { source, asked } = scriptedSource(volume('v1'));
    const custody = custodyOf(source);
    await custody.obtain(spec);
    const reason = /v1 was handed out again while it was out, .* volume of its own \(check it\)/;
    expect(await custody.obtain(spec, holding(1))).toMatchObject({ reason: expect.stringMatching(reason) });
    expect(custody.useless.reason).toMatch(reason);
    const wishes = await Promise.all(Array.from({ length: 20 }, () => custody.obtain(paused)));
    expect(wishes.every(({ kind }) => kind === 'unavailable')).toBe(true);
    expect(asked()).toBe(3);
  });

  test('that is back is good again, also while the answer to its teardown is on the way', async () => {
    const { source } = scriptedSource(volume('v1'));
    let done = (): void => {};
    const slow = { ...source, giveBack: () => new Promise<undefined>((resolve) => (done = () => resolve(undefined))) };
    const custody = custodyOf(slow);
    await custody.obtain(spec);
    const back = custody.giveBack({ project: 'p', id: 'v1' });
    const second = custody.obtain(spec);
    await new Promise((resolve) => setImmediate(resolve));
    done();
    await back;
    expect(await second).toEqual(volume('v1'));
    expect(custody.double()).toBeUndefined();
  });
});

describe('a source that refuses', () => {
  const wishes = Array.from({ length: 60 }, (_, at): VolumeSpec => ({ ...spec, status: `state-${at}` }));
  const refusing = (cannot: (wish: VolumeSpec, asked: number) => boolean) => {
    const out = new Set<string>();
    let asked = 0;
    const source: VolumeSource = {
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
    return { custody: custodyOf(source), asked: () => asked, out };
  };
  /** Twelve checks ask for whatever they need, again and again, each with a volume in hand at most. */
  async function run(custody: ReturnType<typeof custodyOf>): Promise<number> {
    let met = 0;
    const check = async (_: unknown, first: number): Promise<void> => {
      for (let round = 0; round < 200; round += 1) {
        const wish = round % 2 === 0 ? spec : (wishes[(first * 7 + round) % wishes.length] ?? spec);
        const handed = await custody.obtain(wish);
        if (handed.kind !== 'volume') continue;
        met += 1;
        await new Promise((resolve) => setImmediate(resolve));
        await custody.giveBack(handed.volume);
      }
    };
    await Promise.all(Array.from({ length: 12 }, check));
    return met;
  }

  test('everything is asked for each wish once, or twice where several want it at the same time', async () => {
    const { custody, asked } = refusing(() => true);
    await custody.obtain(spec);
    expect(await run(custody)).toBe(0);
    expect(asked()).toBeLessThanOrEqual(2 * wishes.length);
  });

  test('all but plain volumes is asked for each of the others two or three times, and gives all plain ones', async () => {
    const { custody, asked, out } = refusing(({ status }) => status !== 'available');
    expect(await run(custody)).toBe(1_200);
    expect(asked() - 1_200).toBeLessThanOrEqual(3 * wishes.length);
    expect(out.size).toBe(0);
  });

  test('all after the fifth is given up soon', async () => {
    const { custody, asked } = refusing((_, count) => count > 5);
    expect(await run(custody)).toBeLessThanOrEqual(5);
    expect(asked()).toBeLessThanOrEqual(wishes.length + 150);
  });

  test('a wish while nothing is out, and has room later, is not lost where it says that it has no room', async () => {
    let asked = 0;
    const source: VolumeSource = {
      hint: 'check it',
      async obtain() {
        asked += 1;
        return asked < 3 ? { kind: 'unavailable', reason: 'quota exceeded' } : volume('v1');
      },
      giveBack: async () => undefined,
    };
    expect(await custodyOf(source).obtain(paused)).toEqual(volume('v1'));
  });
});

describe('a set-up that breaks on the way', () => {
  const breaking = (error: Error, more: Partial<VolumeSource> = {}): VolumeSource => ({
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
  ])('%s', async (_, source, left) => {
    const custody = custodyOf(source);
    await expect(custody.obtain(spec)).rejects.toThrow('planted');
    expect(custody.summary().left).toEqual(left);
  });
});

test('nothing is asked for that cannot be written down', async () => {
  let asked = 0;
  const source: VolumeSource = {
    hint: 'check it',
    async obtain(_, setUp) {
      setUp.goesOut('the hook');
      asked += 1;
      return volume('v1');
    },
    giveBack: async () => undefined,
  };
  await expect(custodyOf(source, openLedger('/dev/full')).obtain(spec)).rejects.toThrow(/cannot be written/);
  expect(asked).toBe(0);
});

test('a volume that cannot be written down is given back', async () => {
  const { source, back } = scriptedSource(volume('v1'));
  const ledger = openLedger('/dev/full');
  await expect(custodyOf(source, ledger).obtain(spec)).rejects.toThrow(/the ledger .* cannot be written/);
  expect(back).toEqual(['v1']);
});

describe('a source with room for few', () => {
  test.each([1, 2, 5])('%i serves twelve checks, one after the other', async (quota) => {
    const { source, out, most } = quotaSource(quota);
    const custody = custodyOf(source);
    const contact = await custody.obtain(spec);
    if (contact.kind === 'volume') await custody.giveBack(contact.volume);
    const check = async (): Promise<string> => {
      for (let round = 0; round < 4; round += 1) {
        const handed = await custody.obtain(spec);
        if (handed.kind !== 'volume') return handed.reason;
        await new Promise((resolve) => setImmediate(resolve));
        await custody.giveBack(handed.volume);
      }
      return 'served';
    };
    expect(await Promise.all(Array.from({ length: 12 }, check))).toEqual(Array.from({ length: 12 }, () => 'served'));
    expect(most()).toBeLessThanOrEqual(quota);
    expect(out.size).toBe(0);
    expect(custody.isPressed()).toBe(false);
  });

  test('is told from one that cannot: that wish is given up', async () => {
    const { source } = quotaSource(5);
    const custody = custodyOf(source);
    const held = await Promise.all(Array.from({ length: 4 }, () => custody.obtain(spec)));
    expect(held.map(({ kind }) => kind)).toEqual(['volume', 'volume', 'volume', 'volume']);
    const wish = custody.obtain(paused);
    const [first] = held;
    if (first?.kind === 'volume') await custody.giveBack(first.volume);
    expect(await wish).toEqual({ kind: 'unavailable', reason: 'no more than that' });
  });

  test('has what is not in use given back when somebody waits', async () => {
    const { source } = quotaSource(2);
    const custody = custodyOf(source);
    const kept: Volume[] = [];
    for (let at = 0; at < 2; at += 1) {
      const handed = await custody.obtain(spec);
      if (handed.kind === 'volume') kept.push(handed.volume);
    }
    const waits = (): AbortSignal => {
      for (const one of kept.splice(0)) void custody.giveBack(one);
      return new AbortController().signal;
    };
    expect((await custody.obtain(spec, { held: 0, waits })).kind).toBe('volume');
    expect(kept).toEqual([]);
  });

  test('lets go of whoever has found another volume meanwhile', async () => {
    const { source } = quotaSource(1);
    const custody = custodyOf(source);
    await custody.obtain(spec);
    const found = new AbortController();
    const waits = (): AbortSignal => {
      setImmediate(() => found.abort());
      return found.signal;
    };
    expect((await custody.obtain(spec, { held: 0, waits })).kind).toBe('unavailable');
  });

  test('and whose volumes never come back is given up after a while', async () => {
    const { source } = quotaSource(1);
    const custody = custodyOf(source);
    await custody.obtain(spec);
    expect(await custody.obtain(spec)).toEqual(full);
  });

  test('ends with the run for those who wait', async () => {
    const { source } = quotaSource(1);
    const controller = new AbortController();
    const custody = openCustody(source, openLedger(), systemClock, controller.signal);
    await custody.obtain(spec);
    const waiting = custody.obtain(spec);
    setTimeout(() => controller.abort(), 5);
    expect((await waiting).kind).toBe('unavailable');
  });

  test('that is filled by others meanwhile ends the wait as well', async () => {
    let room = 3;
    const { source } = quotaSource(3);
    const shrinking: VolumeSource = {
      ...source,
      obtain: (wish, setUp) => (room > 0 ? source.obtain(wish, setUp) : Promise.resolve(full)),
    };
    const custody = custodyOf(shrinking);
    await Promise.all(Array.from({ length: 3 }, () => custody.obtain(spec)));
    room = 0;
    const wishes = Array.from({ length: 6 }, () => custody.obtain(spec));
    await custody.giveBack({ project: 'p', id: 'v1' });
    expect(new Set((await Promise.all(wishes)).map(({ kind }) => kind))).toEqual(new Set(['unavailable']));
  });
});

describe('a source that knows what it has', () => {
  /** One volume of each kind, told apart by their state. */
  function pool() {
    const out = new Set<string>();
    let asked = 0;
    const source: VolumeSource = {
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
    return { custody: openCustody(source, openLedger(), systemClock), asked: () => asked };
  }
  const attached = { ...spec, status: 'in-use' };
  const given = async (work: Promise<Handed>): Promise<Volume> => {
    const handed = await work;
    if (handed.kind !== 'volume') throw new Error(handed.reason);
    return handed.volume;
  };

  test('is waited for until what is wished for has come back, whatever else does', async () => {
    const { custody, asked } = pool();
    const [one, other] = [await given(custody.obtain(spec)), await given(custody.obtain(attached))];
    const wish = custody.obtain(spec);
    await custody.giveBack(other);
    expect(asked()).toBe(3);
    await custody.giveBack(one);
    expect((await wish).kind).toBe('volume');
    expect(custody.keeps).toBe(true);
  });

  test('is not asked twice for what it never has, nor for what the asker holds himself', async () => {
    const { custody, asked } = pool();
    expect((await custody.obtain({ ...spec, status: 'error' })).kind).toBe('unavailable');
    await given(custody.obtain(spec));
    expect((await custody.obtain(spec, holding(1))).kind).toBe('unavailable');
    expect(asked()).toBe(3);
  });

  test('does not keep two waiting for each other', async () => {
    const { custody } = pool();
    const [one, other] = [await given(custody.obtain(spec)), await given(custody.obtain(attached))];
    const first = custody.obtain(attached, holding(1));
    const second = custody.obtain(spec, holding(1));
    expect((await second).kind).toBe('unavailable');
    await custody.giveBack(other);
    expect((await first).kind).toBe('volume');
    await custody.giveBack(one);
  });
});

import { describe, expect, test } from 'vitest';
import { type Doubt, passingChange, readSteadily } from '../../../suites/lab/steady.ts';
import type { NoReading, VolumeReading } from '../../../targets/observe.ts';
import { reading, runAt, unreadable } from './fake.ts';

type Seen = VolumeReading | NoReading;

const volume = { project: 'p', id: 'v' };
const gone: NoReading = { kind: 'unreadable', why: 'gone', reason: 'GET answered 404' };
const [calm, odd] = [reading(10), reading(99)];
const isOdd = ({ size }: VolumeReading): boolean => size !== 10;
const doubt = { of: 'refusal', check: 'effect.refusal', isOdd } as const;

/** A run that reads what `at` says, by the ms since the start and the number of the look; a look takes `lookMs`. */
function looking(at: (ms: number, look: number) => Seen, lookMs = 0, signal = new AbortController().signal) {
  const plain = runAt({ size: () => 10 }, 2_000, signal);
  const start = plain.clock.now();
  let looks = 0;
  const observer = {
    ...plain.target.observer,
    async volume() {
      looks += 1;
      const seen = at(plain.clock.now() - start, looks);
      await plain.clock.sleep(lookMs, new AbortController().signal);
      return seen;
    },
  };
  const run = { ...plain, target: { ...plain.target, observer } };
  return { run, looks: () => looks, passed: () => plain.clock.now() - start };
}

describe('a volume is read', () => {
  test('once, where that is not odd', async () => {
    const { run, looks, passed } = looking(() => calm);
    expect(await readSteadily(run, volume, doubt)).toEqual({ reading: calm, passing: undefined });
    expect([looks(), passed()]).toEqual([1, 0]);
  });

  test.each([1, 40, 300, 900])('as calm, where it was odd for %i ms, and that is told', async (ms) => {
    const { run } = looking((now) => (now < ms ? odd : calm));
    const steady = await readSteadily(run, volume, doubt);
    expect(steady).toMatchObject({ reading: calm, passing: { reading: odd } });
    expect(steady.passing?.ms).toBeGreaterThanOrEqual(ms);
    expect(steady.passing?.ms).toBeLessThan(1_300);
  });

  test('as odd, where that has stood for a second, in four looks', async () => {
    const { run, looks, passed } = looking(() => odd);
    expect(await readSteadily(run, volume, doubt)).toEqual({ reading: odd, passing: undefined });
    expect(passed()).toBeGreaterThanOrEqual(1_000);
    expect(looks()).toBeGreaterThanOrEqual(4);
  });

  test('four times, however long a look takes', async () => {
    const slow = looking(() => odd, 2_000);
    expect((await readSteadily(slow.run, volume, doubt)).reading).toBe(odd);
    expect(slow.looks()).toBe(4);
    const back = looking((_, look) => (look < 4 ? odd : calm), 2_000);
    expect((await readSteadily(back.run, volume, doubt)).reading).toBe(calm);
  });

  test.each([2, 3, 4, 5])('as calm, where every look number %i is', async (every) => {
    const { run } = looking((_, look) => (look % every === 0 ? calm : odd));
    for (let time = 0; time < 20; time += 1) expect((await readSteadily(run, volume, doubt)).reading).toBe(calm);
  });

  test('as odd, whatever odd thing each look shows', async () => {
    const { run } = looking((_, look) => (look % 2 === 0 ? reading(77) : odd));
    expect((await readSteadily(run, volume, doubt)).reading).toMatchObject({ kind: 'volume' });
  });
});

describe('what cannot be read', () => {
  test('is neither odd nor calm, and is the answer where there is no other', async () => {
    const never = looking(() => unreadable);
    expect(await readSteadily(never.run, volume, doubt)).toEqual({ reading: unreadable, passing: undefined });
    const once = looking((_, look) => (look === 1 ? unreadable : calm));
    expect(await readSteadily(once.run, volume, doubt)).toEqual({ reading: calm, passing: undefined });
    const between = looking((_, look) => (look % 2 === 0 ? unreadable : odd));
    expect((await readSteadily(between.run, volume, doubt)).reading).toBe(odd);
  });

  test('does not make what was odd after it stand any longer', async () => {
    const { run } = looking((ms) => (ms < 700 ? unreadable : ms < 1_600 ? odd : calm));
    expect(await readSteadily(run, volume, doubt)).toMatchObject({ reading: calm, passing: { reading: odd } });
  });

  test('makes no suspicion of its kind one that has stood', async () => {
    const { run, passed } = looking((_, look) => (look <= 7 ? unreadable : odd));
    expect((await readSteadily(run, volume, doubt)).reading).toBe(unreadable);
    const start = passed();
    expect((await readSteadily(run, volume, doubt)).reading).toBe(odd);
    expect(passed() - start).toBeGreaterThanOrEqual(1_000);
  });

  test('but is gone accuses as an odd reading does, and has to stand in full each time', async () => {
    const { run, passed } = looking(() => gone);
    expect((await readSteadily(run, volume, doubt)).reading).toBe(gone);
    const once = passed();
    expect((await readSteadily(run, volume, doubt)).reading).toBe(gone);
    expect(passed() - once).toBeGreaterThanOrEqual(1_000);
    const back = looking((ms) => (ms < 900 ? gone : calm));
    expect(await readSteadily(back.run, volume, doubt)).toMatchObject({ reading: calm, passing: { reading: gone } });
  });
});

describe('a suspicion of which one has stood', () => {
  test('stands sooner, but not where the volume had that size before, nor one of another kind', async () => {
    const { run, passed } = looking(() => odd);
    const timed = async (of: Omit<Doubt, 'history'>, history: readonly number[]) => {
      const start = passed();
      expect((await readSteadily(run, volume, { ...of, history })).reading).toBe(odd);
      return passed() - start;
    };
    expect(await timed(doubt, [10])).toBeGreaterThanOrEqual(1_000);
    const again = await timed(doubt, [10]);
    expect(again).toBeGreaterThanOrEqual(250);
    expect(again).toBeLessThan(500);
    expect(await timed(doubt, [99, 10])).toBeGreaterThanOrEqual(1_000);
    expect(await timed({ ...doubt, of: 'bystander' }, [10])).toBeGreaterThanOrEqual(1_000);
  });
});

test.each([odd, gone, unreadable])('a run that is cut short accuses by nothing that it read', async (seen) => {
  const { run } = looking(() => seen, 0, AbortSignal.abort());
  const steady = await readSteadily(run, volume, doubt);
  expect(steady).toMatchObject({ reading: { kind: 'unreadable', why: 'trouble' }, passing: undefined });
});

test('a change that went back is told with how long it was seen', () => {
  const told = (seen: Seen): string => passingChange(calm, { reading: seen, ms: 120 });
  expect(told(reading(99, 'error'))).toBe(
    'for 120 ms a volume of 10 GB in state "available" was read as 99 GB in state "error": too short to count',
  );
  expect(told(gone)).toContain('was read as GET answered 404: too short');
});

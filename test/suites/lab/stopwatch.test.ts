import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Extension, settle } from '../../../suites/lab/settle.ts';
import { openStopwatch } from '../../../suites/lab/stopwatch.ts';
import type { Clock } from '../../../wire/clock.ts';
import { reading, runAt, runOn } from './fake.ts';

const hourMs = 3_600_000;
const never = new AbortController().signal;

/** A clock that is ahead by what `leap` says, by the number of the pause: so long the process stood still. */
function leaping(leap: (pause: number) => number): Clock & { readonly skip: (ms: number) => void } {
  let now = 5;
  let pauses = 0;
  return {
    now: () => now,
    date: () => now,
    async sleep(ms) {
      pauses += 1;
      now += ms + leap(pauses);
    },
    skip(ms) {
      now += ms;
    },
  };
}

describe('a stopwatch', () => {
  test('counts what a clock that does not leap says', async () => {
    const clock = leaping(() => 0);
    const watch = openStopwatch(clock);
    clock.skip(70);
    expect(watch.passed()).toBe(70);
    await watch.pause(250, never);
    expect([watch.passed(), watch.passed()]).toEqual([320, 320]);
    clock.skip(29_000);
    expect(watch.passed()).toBe(29_320);
  });

  test('counts of a pause no more than twice what was asked for and a second, and of a look half a minute', async () => {
    const leap = fc.integer({ min: 0, max: 2 * hourMs });
    const pause = fc.record({ ms: fc.integer({ min: 0, max: 500 }), leap, look: leap });
    await fc.assert(
      fc.asyncProperty(fc.array(pause, { maxLength: 12 }), async (pauses) => {
        const clock = leaping((at) => pauses[at - 1]?.leap ?? 0);
        const watch = openStopwatch(clock);
        let [least, most] = [0, 0];
        for (const { ms, leap, look } of pauses) {
          clock.skip(look);
          await watch.pause(ms, never);
          least += ms + Math.min(look, 30_000);
          most += Math.min(ms + leap, ms * 2 + 1_000) + Math.min(look, 30_000);
        }
        expect(watch.passed()).toBeGreaterThanOrEqual(least);
        expect(watch.passed()).toBe(most);
      }),
    );
  });
});

const extension: Extension = {
  check: 'effect.size',
  volume: { project: 'p', id: 'v' },
  before: reading(10),
  history: [10],
  expected: 20,
  job: undefined,
  step: { check: 'effect.size', ordinal: 1 },
  until: 'size',
  proving: ['size'],
};

/** A target that stands still with us, once, for an hour: before a pause ends, or after it has read the volume. */
async function stopped(during: 'a pause' | 'a look', jobMs: number, showsAfterMs: number) {
  let late = 0;
  let looks = 0;
  const clock = leaping((pause) => {
    const leap = during === 'a pause' && pause === 5 ? hourMs : 0;
    late += leap;
    return leap;
  });
  const start = clock.now();
  const { target } = runAt({ size: () => 10 });
  const observer = {
    ...target.observer,
    async volume() {
      looks += 1;
      const seen = reading(clock.now() - start - late >= showsAfterMs ? 20 : 10);
      if (during === 'a look' && looks === 5) {
        late += hourMs;
        clock.skip(hourMs);
      }
      return seen;
    },
  };
  return settle(runOn({ ...target, observer }, clock, jobMs, never), extension);
}

describe('an extension is not found wrong for a process that was stopped for an hour', () => {
  test.each([
    ['a pause', 60_000],
    ['a pause', 5_000],
    ['a look', 60_000],
    ['a look', 5_000],
  ] as const)('during %s, within a limit of %i ms', async (during, jobMs) => {
    expect((await stopped(during, jobMs, 200)).ending).toBe('as-asked');
  });

  test('and one that never shows is found unchanged all the same', async () => {
    expect((await stopped('a pause', 5_000, Infinity)).ending).toBe('unchanged');
    expect((await stopped('a look', 5_000, Infinity)).ending).toBe('unchanged');
  });
});

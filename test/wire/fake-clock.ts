import type { Clock } from '../../wire/clock.ts';

export interface FakeClock extends Clock {
  /** What was slept, in ms. */
  readonly pauses: readonly number[];
}

/** A clock on which sleeping takes no time of ours. */
export function fakeClock(): FakeClock {
  const pauses: number[] = [];
  let now = Date.UTC(2024, 0, 1);
  return {
    pauses,
    now: () => now,
    date: () => now,
    sleep: async (ms) => {
      pauses.push(ms);
      now += ms;
    },
  };
}

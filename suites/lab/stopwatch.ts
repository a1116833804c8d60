import type { Clock } from '../../wire/clock.ts';

/** A pause may last so many ms longer than was asked for, and a look-up so many in all: what is beyond that, we stood still. */
const slackMs = 1_000;
const longestLookMs = 30_000;

/** The time that a target had. A process that was stopped, or a machine that slept, did not give it any. */
export interface Stopwatch {
  /** In ms. */
  readonly passed: () => number;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** A stopwatch that runs from now on. */
export function openStopwatch(clock: Clock): Stopwatch {
  let counted = 0;
  let last = clock.now();
  function count(most: number): number {
    const now = clock.now();
    counted += Math.min(now - last, most);
    last = now;
    return counted;
  }
  return {
    passed: () => count(longestLookMs),
    async pause(ms, signal) {
      count(longestLookMs);
      await clock.sleep(ms, signal);
      count(ms * 2 + slackMs);
    },
  };
}

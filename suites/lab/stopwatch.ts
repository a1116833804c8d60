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

/** A stopwatch that runs from now on. `limitMs`: what it is held against; no look alone may use up more than half of it. */
export function openStopwatch(clock: Clock, limitMs = Number.POSITIVE_INFINITY): Stopwatch {
  const mostOfLook = Math.min(longestLookMs, limitMs / 2);
  let counted = 0;
  let last = clock.now();
  function count(most: number): number {
    const now = clock.now();
    counted += Math.min(now - last, most);
    last = now;
    return counted;
  }
  return {
    passed: () => count(mostOfLook),
    async pause(ms, signal) {
      count(mostOfLook);
      await clock.sleep(ms, signal);
      count(ms * 2 + slackMs);
    },
  };
}

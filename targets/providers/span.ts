import type { Clock } from '../../wire/clock.ts';
import type { SendLimits } from '../../wire/transport.ts';

/** The time for one call of a provider that consists of several requests. */
export interface CallSpan {
  /** For each request. */
  readonly send: SendLimits;
  /** All of it, in ms. */
  readonly ms: number;
  /** Sleeps, longer with each call; false if the time is over, or the call was ended. */
  pause(): Promise<boolean>;
}

/** Pauses between two looks, in ms: the first and the longest. */
const firstMs = 50;
const longestMs = 2_000;

/** Begins now. `requestMs`: the time limit of a single request. */
export function openSpan(limits: SendLimits, requestMs: number, clock: Clock): CallSpan {
  const { timeoutMs = Number.POSITIVE_INFINITY, signal } = limits;
  const start = clock.now();
  const isEnded = (): boolean => signal?.aborted === true;
  let ms = firstMs;
  return {
    send: { timeoutMs: Math.min(requestMs, timeoutMs), signal },
    ms: timeoutMs,
    async pause() {
      if (isEnded() || clock.now() - start >= timeoutMs) return false;
      await clock.sleep(ms, signal);
      ms = Math.min(ms * 2, longestMs);
      return !isEnded();
    },
  };
}

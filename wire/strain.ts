import type { Clock } from './clock.ts';

/** The waiting for one server so far, shared by all that send to it. */
export interface Strain {
  /** Aborted when the run has waited for the server as long as it may: from then on nothing waits for it. */
  readonly spent: AbortSignal;
  /** The time that a request that begins now may wait in all, in ms. */
  readonly patienceMs: () => number;
  /** Called when the answer to a request was not a wish for time; `waited`: after such wishes. */
  readonly served: (now: number, waited: boolean) => void;
  /** The number of such answers; a request that waits learns from it whether others were served meanwhile. */
  readonly servings: () => number;
  /** Waits as an answer with this status asks. */
  readonly pause: (status: number, ms: number, clock: Clock, signal: AbortSignal | undefined) => Promise<void>;
  /** Called when a request is given up after waiting `waitedMs`; `servings`: the number of answers when it began. */
  readonly inVain: (waitedMs: number, servings: number) => void;
  readonly figures: () => StrainFigures;
}

/** The server's wishes for time. */
export interface StrainFigures {
  /** Status → number of waits. */
  readonly times: ReadonlyMap<number, number>;
  /** Time in which the server kept all requests waiting, in ms. */
  readonly ms: number;
  /** The time that one request may wait, in ms. */
  readonly eachMs: number;
}

/** The default time that a request waits for a server, in ms. */
export const defaultWaitMs = 30_000;

/** A run may wait for this many times as long as one request. */
export const strainTimes = 10;

/** While answers follow each other faster than this, in ms, no request counts as kept waiting. */
const stillMs = 100;

/**
 * After a request that waited its whole time while the server served nobody, each request gets one short pause only, in
 * ms, until the server serves again.
 */
const shortMs = 100;

/**
 * After so many requests that waited their whole time while others were served, or before others were served at once, it
 * is not time that such requests lack.
 */
const enoughInVain = 2;

/** `eachMs`: the time that one request may wait in all. */
export function openStrain(eachMs: number): Strain {
  const spent = new AbortController();
  const times = new Map<number, number>();
  let waiting = 0;
  let since = 0;
  let ms = 0;
  let servings = 0;
  let isTired = false;
  let passedOver = 0;

  function add(more: number): void {
    ms += more;
    if (ms >= eachMs * strainTimes) spent.abort();
  }
  /** Counts the time up to now in which a request waited and none was served. */
  function count(now: number): void {
    if (waiting > 0 && now - since >= stillMs) add(now - since);
    since = now;
  }

  return {
    spent: spent.signal,
    patienceMs: () => (isTired || passedOver >= enoughInVain ? Math.min(shortMs, eachMs) : eachMs),
    served(now, waited) {
      servings += 1;
      // the next one was served at once: waiting was not what the one before it lacked
      if (isTired) passedOver += 1;
      isTired = false;
      if (waited) passedOver = 0;
      count(now);
    },
    servings: () => servings,
    async pause(status, length, clock, signal) {
      times.set(status, (times.get(status) ?? 0) + 1);
      if (waiting === 0) since = clock.now();
      waiting += 1;
      const ends = signal === undefined ? spent.signal : AbortSignal.any([signal, spent.signal]);
      await clock.sleep(length, ends);
      if (waiting === 1) count(clock.now());
      waiting -= 1;
    },
    inVain(waitedMs, before) {
      if (servings === before) isTired = true;
      else {
        passedOver += 1;
        // the time was not counted while others were served
        if (passedOver <= enoughInVain) add(waitedMs);
      }
    },
    figures: () => ({ times, ms, eachMs }),
  };
}

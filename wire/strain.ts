import type { Clock } from './clock.ts';

/** What waiting for one server has come to, for whoever asks it anything. */
export interface Strain {
  /** Aborted when the server was waited for as long as a run may: nothing waits for it any more. */
  readonly spent: AbortSignal;
  /** So long may a request that begins now wait in all, in ms. */
  readonly patienceMs: () => number;
  /** A request was answered with more than a wish for time. */
  readonly served: (now: number) => void;
  /** How many were: whether anybody was served while a request waited shows in it. */
  readonly servings: () => number;
  /** Waits as an answer with this status asks. */
  readonly pause: (status: number, ms: number, clock: Clock, signal: AbortSignal | undefined) => Promise<void>;
  /** A request was given up, which had waited for so long, in ms, since the server had served so many. */
  readonly inVain: (waitedMs: number, servings: number) => void;
  readonly figures: () => StrainFigures;
}

/** How a server has asked for time. */
export interface StrainFigures {
  /** Status → how often it was waited for. */
  readonly times: ReadonlyMap<number, number>;
  /** Time in which the server kept everybody waiting, in ms. */
  readonly ms: number;
  /** A request may wait so long, in ms. */
  readonly eachMs: number;
}

/** A server that asks for time gets so much a request where nothing else is said, in ms. */
export const defaultWaitMs = 30_000;

/** So many times as long as one request may wait, a run may. */
export const strainTimes = 10;

/** Whoever is served so soon after another one, in ms, is not kept waiting. */
const stillMs = 100;

/** A server that served nobody while a request waited its whole time gets one short pause a request, in ms, until it does. */
const shortMs = 100;

/** `eachMs`: a request may wait so long in all. */
export function openStrain(eachMs: number): Strain {
  const spent = new AbortController();
  const times = new Map<number, number>();
  let waiting = 0;
  let since = 0;
  let ms = 0;
  let servings = 0;
  let isTired = false;

  function add(more: number): void {
    ms += more;
    if (ms >= eachMs * strainTimes) spent.abort();
  }
  /** Counts the time up to now in which somebody waited and nobody was served. */
  function count(now: number): void {
    if (waiting > 0 && now - since >= stillMs) add(now - since);
    since = now;
  }

  return {
    spent: spent.signal,
    patienceMs: () => (isTired ? Math.min(shortMs, eachMs) : eachMs),
    served(now) {
      servings += 1;
      isTired = false;
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
      // while others were served, it was not counted
      else add(waitedMs);
    },
    figures: () => ({ times, ms, eachMs }),
  };
}

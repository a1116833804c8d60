import type { Clock } from '../../wire/clock.ts';

/** Set-ups and teardowns may wait for room, and so for somebody else: nobody waits for them longer than so many ms. */
const longestSetUpMs = 10_000;

/**
 * What of ours is under way at the target, so that nothing is blamed on our own parallelism: requests with whatever is
 * waited for after them, and set-ups and teardowns.
 */
export interface Traffic {
  /** Runs work beside others. */
  readonly beside: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs work with nothing else of ours under way: the others wait. Never within `beside`. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs a set-up or a teardown: beside anything but what runs alone. */
  readonly aside: <T>(work: () => Promise<T>) => Promise<T>;
  /** Says that the target was given something to do just now. */
  readonly stir: () => void;
  /** How long nothing was given to it, in ms. */
  readonly quietFor: () => number;
}

/** Opens the traffic of one run. */
export function openTraffic(clock: Clock, signal: AbortSignal): Traffic {
  let besides = 0;
  let asides = 0;
  let isAlone = false;
  let isWorking = false;
  let stirredAt = clock.now();
  const queue: (() => void)[] = [];
  const held: (() => void)[] = [];
  const settled: (() => void)[] = [];

  /** Lets the next one run alone, once nobody is beside it; only when none of them is left the others go on. */
  function next(): void {
    if (isAlone || besides > 0) return;
    const first = queue.shift();
    if (first !== undefined) {
      isAlone = true;
      first();
      return;
    }
    for (const go of held.splice(0)) go();
  }

  async function asidesEnded(): Promise<void> {
    if (asides === 0) return;
    const ended = new AbortController();
    settled.push(() => ended.abort());
    await clock.sleep(longestSetUpMs, AbortSignal.any([signal, ended.signal]));
  }

  return {
    async beside(work) {
      while (isAlone || queue.length > 0) await new Promise<void>((go) => held.push(go));
      besides += 1;
      try {
        return await work();
      } finally {
        besides -= 1;
        next();
      }
    },
    async alone(work) {
      await new Promise<void>((go) => {
        queue.push(go);
        next();
      });
      try {
        // who sets up may wait for whoever gives back: until it begins, both go on
        await asidesEnded();
        isWorking = true;
        return await work();
      } finally {
        isAlone = false;
        isWorking = false;
        next();
      }
    },
    async aside(work) {
      while (isWorking) await new Promise<void>((go) => held.push(go));
      asides += 1;
      try {
        return await work();
      } finally {
        asides -= 1;
        stirredAt = clock.now();
        if (asides === 0) for (const tell of settled.splice(0)) tell();
      }
    },
    stir() {
      stirredAt = clock.now();
    },
    quietFor: () => clock.now() - stirredAt,
  };
}

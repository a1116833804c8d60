import type { Clock } from '../wire/clock.ts';

/**
 * Tells a source that is full from one that cannot: a wish refused while more volumes are out than ever were at once may
 * be met when some are back. Counts only, no volumes.
 */
export interface Queue {
  enter(spare: () => Promise<void>): Place;
  readonly isPressed: () => boolean;
}

/** Where one check asks from. */
export interface Place {
  /** `attempt`: how often this wish was asked for before. */
  ask(attempt: number): Asking;
  took(): void;
  gave(): void;
  leave(): void;
}

interface Waiter {
  readonly hasRoom: () => boolean;
  readonly wake: () => void;
}

interface Asking {
  end(): void;
  /** After a refusal: whether to ask again, once volumes have come back; false where that would change nothing. */
  waitForRoom(signal?: AbortSignal): Promise<boolean>;
}

/** A wish is asked for so often in all, however the numbers change. */
const maxAttempts = 20;

/** Nobody waits for longer than this while nothing changes, in ms: whoever holds the volumes may be waiting, too. */
const quietMs = 120_000;

export function openQueue(clock: Clock): Queue {
  const spares = new Set<() => Promise<void>>();
  const asked = new Set<{ most: number }>();
  const waiting = new Set<Waiter>();
  let out = 0;
  let peak = 0;
  let changedAt = clock.now();

  /** The volumes that are out, those that somebody is just asking for included. */
  const count = (): number => out + asked.size;

  /** Wakes the first that has room: once it asks again, it counts, and the next may have room as well. */
  function changed(): void {
    changedAt = clock.now();
    for (const one of asked) one.most = Math.max(one.most, count() - 1);
    for (const waiter of waiting) {
      if (!waiter.hasRoom()) continue;
      waiting.delete(waiter);
      waiter.wake();
      return;
    }
  }

  /** Resolves with whether there is room, once there is or nobody gives anything back any more. */
  async function wait(hasRoom: () => boolean, signal: AbortSignal | undefined): Promise<boolean> {
    if (hasRoom()) return true;
    const woken = new AbortController();
    const waiter = { hasRoom, wake: () => woken.abort() };
    waiting.add(waiter);
    signal?.addEventListener('abort', waiter.wake, { once: true });
    for (const spare of spares) void spare();
    while (!woken.signal.aborted && clock.now() - changedAt < quietMs) {
      await clock.sleep(changedAt + quietMs - clock.now(), woken.signal);
    }
    signal?.removeEventListener('abort', waiter.wake);
    waiting.delete(waiter);
    return woken.signal.aborted && signal?.aborted !== true;
  }

  function enter(spare: () => Promise<void>): Place {
    spares.add(spare);
    let held = 0;
    return {
      ask(attempt) {
        const call = { most: 0 };
        asked.add(call);
        changed();
        const isAlone = (): boolean => count() - held <= 0;
        return {
          end() {
            asked.delete(call);
            changed();
          },
          async waitForRoom(signal) {
            // as many were out before, and this one on top of them: the wish is what cannot be met
            if (call.most < peak || isAlone() || attempt >= maxAttempts) return false;
            return wait(() => count() < peak || isAlone(), signal);
          },
        };
      },
      took() {
        held += 1;
        out += 1;
        peak = Math.max(peak, out);
        changed();
      },
      gave() {
        held -= 1;
        out -= 1;
        changed();
      },
      leave: () => void spares.delete(spare),
    };
  }
  return { enter, isPressed: () => waiting.size > 0 };
}

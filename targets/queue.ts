import type { Clock } from '../wire/clock.ts';
import type { RoomAgain } from './volume-source.ts';

/**
 * Tells a provider that is full from one that cannot: a wish refused while more volumes are out than ever were at once may
 * be met when some are back. Counts only, no volumes.
 */
export interface Queue {
  /** Asks once more; `attempt` says how often this wish was asked for before, `held` how many volumes the asker has himself. */
  ask(attempt: number, held: number): Asking;
  gave(): void;
  /** How many volumes were given back so far. */
  readonly returns: () => number;
  /** Says that somebody waits elsewhere; the function that comes back says that he no longer does. */
  press(): () => void;
  readonly isPressed: () => boolean;
}

interface Asking {
  /** `isTaken`: a volume came of it. For no moment does it look as if that were not out. */
  end(isTaken: boolean): void;
  /** After a refusal; `makeRoom` is called now and then while there is something to wait for, and its signal ends the wait. */
  waitForRoom(makeRoom: () => AbortSignal, room?: RoomAgain): Promise<Waited>;
}

/**
 * `room`: volumes have come back, so that to ask again makes sense. `alone`: none of ours was out, so that room is not
 * what is short. `spare`: there was room all the time, as far as is known. `none`: it would change nothing to wait.
 * `ended`: the asker has ended the wait.
 */
type Waited = 'room' | 'alone' | 'spare' | 'none' | 'ended';

interface Waiter {
  /** Volumes that he has himself, and does not give back while he waits. */
  readonly held: number;
  readonly isOver: () => boolean;
  readonly wake: () => void;
  readonly giveUp: () => void;
}

/** A wish is asked for so often in all, however the numbers change. */
const maxAttempts = 20;

/** Nobody waits for longer than this while nothing changes, in ms: whoever holds the volumes may be waiting, too. */
const quietMs = 120_000;

/** Whoever waits asks for room again after so many ms. */
const againMs = 500;

export function openQueue(clock: Clock, signal?: AbortSignal): Queue {
  const asked = new Set<{ most: number }>();
  const waiting = new Set<Waiter>();
  let out = 0;
  let peak = 0;
  let taken = 0;
  let returns = 0;
  let pressing = 0;
  let changedAt = clock.now();

  /** The volumes that are out, those that somebody is just asking for included. */
  const count = (): number => out + asked.size;

  /** Wakes the first that need not wait: once he asks again, he counts, and the next may have room as well. */
  function changed(): void {
    changedAt = clock.now();
    for (const one of asked) one.most = Math.max(one.most, count() - 1);
    for (const waiter of waiting) {
      if (!waiter.isOver()) continue;
      waiting.delete(waiter);
      waiter.wake();
      return;
    }
    untie();
  }

  /** Where all that is out is held by those who wait, nobody can go on: the last who holds something gives up, for the others. */
  function untie(): void {
    const held = [...waiting].reduce((sum, waiter) => sum + waiter.held, 0);
    if (asked.size > 0 || out > held) return;
    const last = [...waiting].findLast((waiter) => waiter.held > 0);
    if (last === undefined) return;
    waiting.delete(last);
    last.giveUp();
  }

  async function wait(
    held: number,
    isOver: () => boolean,
    makeRoom: () => AbortSignal,
  ): Promise<'room' | 'none' | 'ended'> {
    if (isOver()) return 'room';
    const woken = new AbortController();
    const tied = new AbortController();
    const waiter = { held, isOver, wake: () => woken.abort(), giveUp: () => tied.abort() };
    waiting.add(waiter);
    const ended = makeRoom();
    untie();
    const stop = AbortSignal.any([woken.signal, tied.signal, ended, ...(signal === undefined ? [] : [signal])]);
    while (!stop.aborted && clock.now() - changedAt < quietMs) {
      await clock.sleep(againMs, stop);
      if (!stop.aborted) makeRoom();
    }
    waiting.delete(waiter);
    if (woken.signal.aborted) return 'room';
    return stop.aborted && !tied.signal.aborted ? 'ended' : 'none';
  }

  return {
    ask(attempt, held) {
      const call = { most: 0 };
      const [outBefore, takenBefore] = [out, taken];
      asked.add(call);
      changed();
      const isAlone = (): boolean => count() - held <= 0;
      /** Nothing of ours was out when it was asked for, nor has anybody taken anything since. */
      const wasAlone = (): boolean => outBefore === 0 && taken === takenBefore;
      return {
        end(isTaken) {
          asked.delete(call);
          if (isTaken) {
            out += 1;
            taken += 1;
            peak = Math.max(peak, out);
          }
          changed();
        },
        async waitForRoom(makeRoom, room) {
          if (room === 'never') return 'none';
          if (room !== undefined) {
            if (isAlone() && !room()) return 'none';
            return wait(held, () => room() || isAlone(), makeRoom);
          }
          if (wasAlone() && isAlone()) return 'alone';
          // as many were out before, and this one on top of them: the wish is what cannot be met
          if (call.most < peak) return 'spare';
          // what is out is the asker's own
          if (attempt >= maxAttempts || (isAlone() && count() >= peak)) return 'none';
          // of those who asked at the same time nobody was given the room: as it was when the wait ended
          let nobody = false;
          const isOver = (): boolean => {
            nobody = wasAlone() && isAlone();
            return call.most < peak || count() < peak || isAlone();
          };
          const waited = await wait(held, isOver, makeRoom);
          // more were handed out since than were out then
          if (waited === 'room' && call.most < peak) return 'spare';
          if (waited !== 'room' || !nobody) return waited;
          // whoever waits behind somebody who does not ask again goes on as well
          changed();
          return 'alone';
        },
      };
    },
    gave() {
      out -= 1;
      returns += 1;
      changed();
    },
    returns: () => returns,
    press() {
      pressing += 1;
      return () => {
        pressing -= 1;
      };
    },
    isPressed: () => waiting.size + pressing > 0,
  };
}

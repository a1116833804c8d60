import type { Clock } from '../wire/clock.ts';
import type { RoomAgain } from './volume-source.ts';

/**
 * Tells a full provider from one that cannot meet a wish: a wish that was refused while more volumes were out than ever
 * before may be met when some have come back. It only counts, and has no volumes.
 */
export interface Queue {
  /**
   * Asks once more; `attempt`: the number of earlier requests for this wish, `held`: the number of volumes that the
   * asker holds.
   */
  ask(attempt: number, held: number): Asking;
  gave(): void;
  /** The number of volumes given back so far. */
  readonly returns: () => number;
  /** Says that there is a wait elsewhere; the returned function says that it is over. */
  press(): () => void;
  readonly isPressed: () => boolean;
}

interface Asking {
  /** `isTaken`: the result is a volume. At no moment does the count leave that volume out. */
  end(isTaken: boolean): void;
  /**
   * Called after a refusal. `makeRoom` is called now and then while there is something to wait for, and its signal ends
   * the wait.
   */
  waitForRoom(makeRoom: () => AbortSignal, room?: RoomAgain): Promise<Waited>;
}

/**
 * `room`: volumes have come back, so that another request makes sense. `alone`: none of ours was out, so that room is
 * not short. `spare`: there was room all the time, as far as is known. `none`: waiting would change nothing. `ended`:
 * the asker has ended the wait.
 */
type Waited = 'room' | 'alone' | 'spare' | 'none' | 'ended';

interface Waiter {
  /** The number of volumes that the asker holds, and does not give back while it waits. */
  readonly held: number;
  readonly isOver: () => boolean;
  readonly wake: () => void;
  readonly giveUp: () => void;
}

/** The most requests for one wish, whatever the counts. */
const maxAttempts = 20;

/** No wait is longer than this while nothing changes, in ms: the holders of the volumes may be waiting, too. */
const quietMs = 120_000;

/** The pause before an asker that waits asks for room again, in ms. */
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

  /** The number of volumes that are out, including those that are being asked for. */
  const count = (): number => out + asked.size;

  /**
   * Wakes the first asker that need not wait: once it asks again, it counts, and the next one may have room as well.
   */
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

  /**
   * If waiting askers hold all the volumes that are out, none can go on: the last one that holds any gives up, for the
   * others.
   */
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
      /** No volume of ours was out at the time of the request, and none has been taken since. */
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
          // as many were out before, and this one on top of them: the wish itself cannot be met
          if (call.most < peak) return 'spare';
          // all volumes that are out are the asker's own
          if (attempt >= maxAttempts || (isAlone() && count() >= peak)) return 'none';
          // whether none of those who asked at the same time was given the room, at the end of the wait
          let nobody = false;
          const isOver = (): boolean => {
            nobody = wasAlone() && isAlone();
            return call.most < peak || count() < peak || isAlone();
          };
          const waited = await wait(held, isOver, makeRoom);
          // since then, more were handed out than were out at the time
          if (waited === 'room' && call.most < peak) return 'spare';
          if (waited !== 'room' || !nobody) return waited;
          // an asker that waits behind one that does not ask again goes on as well
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

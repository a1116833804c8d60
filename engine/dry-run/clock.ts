import type { Clock } from '../../wire/clock.ts';
import { whenAborted } from '../../wire/when-aborted.ts';

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/** A time in which nobody waits: when all that can be done at once is done, it jumps to where the next one wakes. */
export function imaginaryClock(start = 0): Clock {
  const sleepers = new Set<Sleeper>();
  let now = start;
  let isDue = false;

  function schedule(): void {
    if (isDue || sleepers.size === 0) return;
    isDue = true;
    // promises go before it, so that whatever can go on has gone on
    setImmediate(() => {
      isDue = false;
      const [next] = [...sleepers].sort((one, other) => one.due - other.due);
      if (next !== undefined) {
        now = Math.max(now, next.due);
        next.wake();
      }
      schedule();
    });
  }

  return {
    now: () => now,
    date: () => now,
    sleep(ms, signal) {
      if (signal?.aborted || ms <= 0) return Promise.resolve();
      return new Promise((resolve) => {
        const sleeper = { due: now + ms, wake };
        function wake(): void {
          sleepers.delete(sleeper);
          callOff();
          resolve();
        }
        sleepers.add(sleeper);
        const callOff = whenAborted(signal, wake);
        schedule();
      });
    },
  };
}

import type { Clock } from '../wire/clock.ts';
import { whenAborted } from '../wire/when-aborted.ts';

/** The real time. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  sleep(ms, signal) {
    if (signal?.aborted || ms <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        callOff();
        resolve();
      };
      const timer = setTimeout(done, ms);
      const callOff = whenAborted(signal, done);
    });
  },
};

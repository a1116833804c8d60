import type { BackendClock } from '../../backend/clock.ts';

export interface ManualClock extends BackendClock {
  /** Lets `ms` milliseconds pass and runs, in order of time, what falls due. */
  readonly advance: (ms: number) => void;
}

/** A clock that stands still until it is moved. */
export function manualClock(): ManualClock {
  let now = Date.UTC(2024, 0, 1);
  let waiting: { readonly at: number; readonly task: () => void }[] = [];
  return {
    now: () => now,
    after: (ms, task) => {
      waiting.push({ at: now + ms, task });
    },
    advance: (ms) => {
      const end = now + ms;
      for (;;) {
        const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        waiting = waiting.filter((entry) => entry !== next);
        now = Math.max(now, next.at);
        next.task();
      }
      now = end;
    },
  };
}

/** The backend's time; tests use their own. */
export interface BackendClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs `task` once, `ms` milliseconds from now. */
  readonly after: (ms: number, task: () => void) => void;
}

/** The machine's clock. Its timers are unreferenced: a pending job must not keep a finished program alive. */
export const systemClock: BackendClock = {
  now: () => Date.now(),
  after: (ms, task) => {
    setTimeout(task, ms).unref();
  },
};

/** The clock's time as the volume and job views show it, e.g. `2024-05-01T12:00:00.000Z`. */
export const timestamp = (clock: BackendClock): string => new Date(clock.now()).toISOString();

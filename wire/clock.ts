/** Time as an argument: only the command line and the vitest face own a real clock. */
export interface Clock {
  /** Milliseconds since an arbitrary moment, for durations alone. It never jumps, even if the date is set. */
  now(): number;
  /** Milliseconds since 1970, for dates alone. It jumps when the machine's clock is set. */
  date(): number;
  /** Resolves after `ms` milliseconds, or at once when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

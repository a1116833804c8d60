/** Time as an argument: only the command line and the vitest face own a real one. */
export interface Clock {
  /** Milliseconds since some moment of its own: for durations alone. It never jumps, whatever is done to the date. */
  now(): number;
  /** Milliseconds since 1970: for dates alone. It jumps where somebody sets the machine's clock. */
  date(): number;
  /** Resolves after `ms` milliseconds, or at once when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

import type { Environment } from '../wire/proxy.ts';

/** The commands' view of the outside world; tests use their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Environment;
  /** Resolves when the process is asked to end. */
  readonly stopped: () => Promise<void>;
  /** Sets the description of errors that nothing catches. */
  readonly tellBy?: (describe: (error: unknown) => string) => void;
}

import type { Environment } from '../wire/proxy.ts';

/** The world as the commands see it; tests put their own in its place. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Environment;
  /** Resolves when the process is asked to end. */
  readonly stopped: () => Promise<void>;
  /** Says how errors are told that nobody catches. */
  readonly tellBy?: (describe: (error: unknown) => string) => void;
}

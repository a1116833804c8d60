import { runInNewContext } from 'node:vm';

/**
 * Does work that does not wait, such as parsing, and ends it after so many ms, wherever it is. What the work throws is
 * thrown on; `late` makes the error of work that was ended, from its cause.
 */
export function within<T>(ms: number, work: () => T, late: (cause: unknown) => Error): T {
  try {
    // of all that runs synchronously only a script can be ended, with whatever it calls
    return runInNewContext('work()', { work }, { timeout: ms }) as T;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw late(error);
    throw error;
  }
}

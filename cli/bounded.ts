import { createContext, Script } from 'node:vm';

/** Only a script can be ended during synchronous work, together with everything that it calls. */
const script = new Script('work()');
/** One context for all: a context of each call would stay in memory until the next full collection. */
const room = createContext({});

/**
 * Does work that does not wait, such as parsing, and ends it after `ms`, wherever it is. Errors of the work are thrown
 * on; `late` makes the error for work that was ended, from its cause.
 */
export function within<T>(ms: number, work: () => T, late: (cause: unknown) => Error): T {
  try {
    room.work = work;
    return script.runInContext(room, { timeout: ms }) as T;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw late(error);
    throw error;
  } finally {
    room.work = undefined;
  }
}

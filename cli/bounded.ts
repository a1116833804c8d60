import { createContext, Script } from 'node:vm';

/** Of all that runs synchronously only a script can be ended, with whatever it calls. */
const script = new Script('work()');
/** One for all: each of its own would stay in memory until the next full collection. */
const room = createContext({});

/**
 * Does work that does not wait, such as parsing, and ends it after so many ms, wherever it is. What the work throws is
 * thrown on; `late` makes the error of work that was ended, from its cause.
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

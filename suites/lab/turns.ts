import type { Clock } from '../../wire/clock.ts';
import { openTraffic } from './traffic.ts';

/** Whether the cases of a run go side by side, or, once the target has been seen not to bear that, one by one. */
export interface Turns {
  /** Runs one case, in its turn. */
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
  readonly isOneByOne: () => boolean;
  /** From now on each case waits until all before it have ended. */
  readonly goOneByOne: () => void;
}

export function openTurns(clock: Clock, signal: AbortSignal): Turns {
  const cases = openTraffic(clock, signal);
  let oneByOne = false;
  return {
    take: (work) => (oneByOne ? cases.alone(work) : cases.beside(work)),
    isOneByOne: () => oneByOne,
    goOneByOne() {
      oneByOne = true;
    },
  };
}

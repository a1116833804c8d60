import type { Oracle } from '../../generators/oracle.ts';
import type { Room } from '../../generators/room.ts';
import type { Contract } from '../../spec/contract.ts';
import type { Target } from '../../targets/target.ts';
import type { Clock } from '../../wire/clock.ts';
import type { Step } from '../step.ts';
import type { Patience } from './patience.ts';

/** What all checks of one run share. */
export interface Run {
  readonly contract: Contract;
  readonly oracle: Oracle;
  readonly room: Room;
  readonly target: Target;
  readonly clock: Clock;
  /** Aborted when the run is interrupted or the target is gone. */
  readonly signal: AbortSignal;
  readonly patience: Patience;
  /** Shown every step, the one place from which rules about all answers are judged. */
  readonly witness: (step: Step) => void;
  /** One volume at a time: nothing can be trusted side by side after a bystander has changed. */
  readonly alone: () => boolean;
  /** Counts answers and failures of the operation, to tell when the target is gone. */
  readonly contact: (answered: boolean) => void;
}

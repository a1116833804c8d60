import type { RequirementId } from '../spec/requirements.ts';
import type { Change } from './rules.ts';

/** One way in which an implementation goes wrong: the conforming rules with one behaviour changed. */
export interface Fault {
  readonly id: string;
  /** What the faulty service does, for a list of faults. */
  readonly summary: string;
  /** The requirement that it breaks. */
  readonly requirement: RequirementId;
  /** Other requirements that the same behaviour breaks in the letter, so that a suite may rightly report them. */
  readonly mayAlsoFail: readonly RequirementId[];
  readonly change: Change;
}

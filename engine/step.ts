import type { Case, Recipe } from '../generators/case.ts';
import type { Expectation } from '../generators/oracle.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { JobReading, NoReading, VolumeReading } from '../targets/observe.ts';
import type { Exchange, StepMark } from '../wire/exchange.ts';

/** The outcome by an answer: `none` if no answer came, or one that decides nothing (1xx, 3xx, 429, 502 to 504). */
export type Outcome = 'accepted' | 'refused' | 'none';

/**
 * How an accepted request ended, as far as it was seen:
 * `as-asked` the expected size · `otherwise` another size · `unchanged` nothing within the whole time limit ·
 * `failed` its job ended in FAIL and the size stayed · `given-up` nothing within a time limit cut short, because the run
 * has waited in vain before · `unseen` the volume cannot be read.
 */
export type Ending = 'as-asked' | 'otherwise' | 'unchanged' | 'failed' | 'given-up' | 'unseen';

/** One look at the effect of an accepted request: the job first, then the volume, so that the volume is never older. */
export interface Poll {
  /** When the look ended, in ms since the answer to the request. */
  readonly at: number;
  readonly job: JobReading | NoReading | undefined;
  readonly volume: VolumeReading | NoReading;
}

/** One request of the operation, and everything seen around it. Plain data: all that a judge may look at. */
export interface Step {
  readonly check: RequirementId;
  /** Which request of its check it is; 1 for the first. */
  readonly ordinal: number;
  /** Words about the request besides the case, such as ` without credentials`; mostly empty. */
  readonly about: string;
  /** The sizes that the volume has had, in GB, from the set-up to the one that it has now. */
  readonly history: readonly number[];
  /** The recipe of the case; undefined for requests outside all cases, such as controls. */
  readonly recipe: Recipe | undefined;
  readonly case: Case;
  /** The size that the body asks for, as it is spelled there; null if it has no place for a size. */
  readonly asked: string | null;
  readonly expectation: Expectation;
  readonly exchange: Exchange;
  readonly outcome: Outcome;
  /** Undefined where the volume cannot be read. */
  readonly before: VolumeReading | undefined;
  readonly after: VolumeReading | undefined;
  /** Undefined unless the request was accepted and its end was waited for. */
  readonly ending: Ending | undefined;
  readonly polls: readonly Poll[];
  /** The same request before this one, which was refused or met a server error, and did not count for that alone. */
  readonly repeats: Step | undefined;
  /** Nothing else of the run was under way at the target. */
  readonly alone: boolean;
  /** An earlier request that was refused, after which a valid one is refused that a volume without it takes. */
  readonly lockedBy: Step | undefined;
  /** The last refusal of the volume before this request, and its check: late effects of it are seen here. */
  readonly previous: { readonly check: RequirementId; readonly recipe: Recipe } | undefined;
  /** Whether the rules about answers hold for it: well-formed JSON, an existing volume of the caller's, valid credentials. */
  readonly inScope: boolean;
}

/** The mark of the exchanges that belong to a step. */
export const markOf = ({ check, ordinal }: StepMark): StepMark => ({ check, ordinal });

/** Requirements of which one is broken, the most telling first: the rows of all of them show which. */
export type BrokenRequirements = readonly [...RequirementId[], RequirementId];

/** Why a case says nothing about its requirement: another requirement is broken, and this one rests on it. */
export interface Blocked {
  readonly by: BrokenRequirements;
  readonly reason: string;
}

/** The trace of one exercise of a case. */
export interface Trace {
  /** The request the requirement is about comes last. */
  readonly steps: readonly Step[];
  readonly blocked?: Blocked;
  /** No outcome could be had, also not on a fresh volume. */
  readonly unclear?: string;
  /** Other volumes of the project, before and after. */
  readonly bystanders?: readonly Bystander[];
}

/** A volume that a request was not for, before and after it; `gone` where the server no longer knows it. */
export interface Bystander {
  /** The volume's. */
  readonly id: string;
  readonly before: VolumeReading;
  readonly after: VolumeReading | 'gone';
}

/** The step that a trace is about. */
export function judgedStep(trace: Trace): Step {
  const step = trace.steps.at(-1);
  if (step === undefined) throw new TypeError('a trace without steps has nothing to judge');
  return step;
}

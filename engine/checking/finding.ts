import type { RequirementId } from '../../spec/requirements.ts';
import type { Remark } from './remark.ts';
import type { Found } from './search.ts';

/** The smallest complaint, and how it was come by. */
export interface Failure extends Found {
  /** fast-check's path to the case; `via <check>` if another check's request shows it, `beside` if none of its own cases does. */
  readonly path: string;
}

/** The result of a check, before it becomes a row of the report. */
export interface Finding {
  readonly requirement: RequirementId;
  /** Cases that were judged. */
  readonly runs: number;
  /** Whether the volume was read back in every judged case. */
  readonly observed: boolean;
  readonly failure: Failure | undefined;
  /** Why it cannot be judged, the most telling reason first; empty if it can. */
  readonly doubts: readonly Remark[];
  /** Why the budget is too small for its mandatory cases; undefined if it is not. */
  readonly short: string | undefined;
  /** Where we broke. */
  readonly crash: string | undefined;
  readonly notes: readonly Remark[];
}

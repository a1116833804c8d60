import type { RequirementId } from '../../spec/requirements.ts';
import type { Complaint } from '../check.ts';

/** The smallest complaint, and how it was come by. */
export interface Failure {
  readonly complaint: Complaint;
  readonly path: string;
  /** So many requests to extend its check had sent when it first went wrong. */
  readonly foundAfter: number;
}

/** What a check came to, before it becomes a row of the report. */
export interface Finding {
  readonly requirement: RequirementId;
  /** Cases that were judged. */
  readonly runs: number;
  /** Whether the volume was read back in every judged case. */
  readonly observed: boolean;
  readonly failure: Failure | undefined;
  /** Why it cannot be told, the most telling reason first; empty where it can. */
  readonly doubts: readonly string[];
  /** Where we broke. */
  readonly crash: string | undefined;
  readonly notes: readonly string[];
}

import type { Recipe } from '../../generators/case.ts';
import type { Complaint } from '../complaint.ts';
import type { Assessment, CaseEvidence } from './assessment.ts';
import { slow } from './run-case.ts';

/** Shrinking stops after so many further cases: each may cost a volume. */
const maxShrinks = 40;

/** The result of a search: the smallest complaint so far, and its source. */
export interface Found {
  readonly complaint: Complaint;
  readonly evidence: CaseEvidence;
  /** The case as it was drawn; undefined where the complaint is about a request that is no case. */
  readonly recipe: Recipe | undefined;
  /** So many requests of the operation its check had sent when it first went wrong. */
  readonly foundAfter: number;
}

export interface Search {
  readonly isShrinking: () => boolean;
  readonly isOver: () => boolean;
  readonly found: () => Found | undefined;
  /** Whether the case is not a smaller example of the mistake. */
  readonly isFine: (assessment: Assessment, recipe: Recipe) => boolean;
}

/** Keeps shrinking to the kind of failure it started from: a crash of ours must not shadow a finding, nor one finding another. */
export function openSearch(): Search {
  let first: Complaint | undefined;
  let found: Found | undefined;
  let shrinks = 0;
  return {
    isShrinking: () => first !== undefined,
    isOver: () => shrinks >= maxShrinks,
    found: () => found,
    isFine(assessment, recipe) {
      if (first !== undefined) shrinks += 1;
      if (assessment.kind !== 'complaint') return true;
      const { complaint, evidence, foundAfter } = assessment;
      if (slow.has(complaint.kind)) shrinks = maxShrinks;
      if (first !== undefined && complaint.kind !== first.kind) return true;
      first ??= complaint;
      found = { complaint, evidence, recipe, foundAfter: found?.foundAfter ?? foundAfter };
      return false;
    },
  };
}

import type { Recipe } from '../../generators/case.ts';
import type { Contract } from '../../spec/contract.ts';
import type { ActiveCheck } from '../check.ts';
import type { Complaint } from '../complaint.ts';
import { unreadAnswer } from '../judge/answers.ts';
import { isTaken } from '../judge/outcome.ts';
import { type Blocked, judgedStep, type Step, type Trace } from '../step.ts';

/** The basis of an assessment: with it and the contract, anybody gets the same result. */
export interface CaseEvidence {
  readonly trace: Trace;
  /** The twin that speaks for a complaint or against it; absent where there was no complaint, or none of its case. */
  readonly twin?: TwinEvidence;
}

export interface TwinEvidence {
  /** The recipe whose twin it is. */
  readonly of: Recipe;
  /** The twin's volume had been extended at least so often. */
  readonly age: number;
  readonly trace: Trace;
}

/** The result of one case for its requirement. */
export type Assessment =
  | { readonly kind: 'held'; readonly observed: boolean; readonly evidence: CaseEvidence }
  | Complained
  /** Rests on a requirement that is broken; without evidence where no request of the case was sent. */
  | { readonly kind: 'blocked'; readonly blocked: Blocked; readonly evidence?: CaseEvidence }
  /** Refused among other requests of the run, and accepted alone: from now on the run goes one by one, and the row is judged again. */
  | { readonly kind: 'crowded'; readonly evidence: CaseEvidence }
  /** The set-up could not be had. `budget`: there is one, and the run may not have it any more. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly budget?: true }
  /** No outcome, also not on fresh volumes; with evidence where there were answers all the same. */
  | { readonly kind: 'unclear'; readonly reason: string; readonly evidence?: CaseEvidence };

interface Complained {
  readonly kind: 'complaint';
  readonly complaint: Complaint;
  readonly observed: boolean;
  /** So many requests had the check sent when it was first seen. */
  readonly foundAfter: number;
  readonly evidence: CaseEvidence;
}

/** Judges the trace of a case by itself. Pure; errors of the check's own judge pass through. */
export function judged(check: ActiveCheck, trace: Trace, contract: Contract): Assessment {
  const evidence = { trace };
  if (trace.unclear !== undefined) return { kind: 'unclear', reason: trace.unclear, evidence };
  if (trace.steps.some(isCrowded)) return { kind: 'crowded', evidence };
  const complaint = check.judge(trace, contract);
  const unreadable = unreadAnswer(check, trace, complaint);
  if (unreadable !== undefined) return { kind: 'unclear', reason: unreadable, evidence };
  const observed = trace.steps.every((step) => step.after !== undefined);
  if (complaint !== undefined)
    return { kind: 'complaint', complaint, observed, foundAfter: complaint.step.ordinal, evidence };
  if (!observed && check.needs?.observe !== undefined) return { kind: 'unclear', reason: unread, evidence };
  const blocked = trace.blocked ?? yielded(check, trace);
  return blocked === undefined ? { kind: 'held', observed, evidence } : { kind: 'blocked', blocked, evidence };
}

/** Whether a valid request was refused because other requests of the run were under way: the same one was accepted alone. */
export function isCrowded(step: Step): boolean {
  return step.repeats !== undefined && step.alone && !step.repeats.alone && isTaken(step);
}

const unread = 'the volume could not be read back';

function yielded(check: ActiveCheck, trace: Trace): Blocked | undefined {
  const owner = check.yieldsTo?.(judgedStep(trace));
  return owner && { by: [owner], reason: 'the volume ended at a size that this requirement is not about' };
}

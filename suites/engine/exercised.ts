import type { Recipe } from '../../generators/case.ts';
import type { ActiveCheck, Complaint } from '../check.ts';
import type { Lab } from '../lab/lab.ts';
import { BlockedVolume, LostExchange, Unavailable } from '../lab/subject.ts';
import { type Blocked, subjectStep, type Trace } from '../step.ts';

/** What one case says about its requirement. */
export type Assessment =
  | { readonly kind: 'held'; readonly observed: boolean }
  | Complained
  /** Rests on a requirement that is broken. */
  | { readonly kind: 'blocked'; readonly blocked: Blocked }
  /** The set-up could not be had. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** No outcome, also not on fresh volumes. */
  | { readonly kind: 'unclear'; readonly reason: string };

interface Complained {
  readonly kind: 'complaint';
  readonly complaint: Complaint;
  readonly observed: boolean;
  /** So many requests had the check sent when it was first seen. */
  readonly foundAfter: number;
}

/** Complaints that are about something that never came: what took a whole time limit to show is not worth another one. */
export const slow: ReadonlySet<string> = new Set(['unchanged', 'endless', 'unknown', 'attributes']);

/** A request without an outcome is tried on so many fresh volumes in all. */
const attempts = 4;

/** Exercises a case once and judges it by itself. */
export async function exercised(check: ActiveCheck, lab: Lab, recipe: Recipe): Promise<Assessment> {
  const trace = await exerciseCase(check, lab, recipe);
  if (!('steps' in trace)) return trace;
  if (trace.unclear !== undefined) return { kind: 'unclear', reason: trace.unclear };
  const complaint = check.judge(trace, lab.run.contract);
  // an observation that was cut off shows a job or a volume as lost that are not
  if (complaint !== undefined && lab.run.signal.aborted) return { kind: 'unclear', reason: 'the run was interrupted' };
  const observed = trace.steps.every((step) => step.after !== undefined);
  if (complaint !== undefined) return { kind: 'complaint', complaint, observed, foundAfter: complaint.step.ordinal };
  if (!observed && check.needs?.observe !== undefined) return { kind: 'unclear', reason: unread };
  const blocked = trace.blocked ?? yielded(check, trace);
  return blocked === undefined ? { kind: 'held', observed } : { kind: 'blocked', blocked };
}

const unread = 'the volume could not be read back';

function yielded(check: ActiveCheck, trace: Trace): Blocked | undefined {
  const owner = check.yieldsTo?.(subjectStep(trace));
  return owner && { by: owner, reason: 'the volume ended at a size that this requirement is not about' };
}

/** Exercises a case, on fresh volumes where no outcome can be had. */
export async function exerciseCase(check: ActiveCheck, lab: Lab, recipe: Recipe): Promise<Trace | Assessment> {
  let lost = '';
  for (let attempt = 0; attempt < attempts && !lab.run.signal.aborted; attempt += 1) {
    try {
      return await check.exercise(lab, recipe);
    } catch (error) {
      if (error instanceof Unavailable) return { kind: 'unavailable', reason: error.message };
      if (error instanceof BlockedVolume) return { kind: 'blocked', blocked: error.blocked };
      if (!(error instanceof LostExchange)) throw error;
      lost = error.message;
    }
  }
  return {
    kind: 'unclear',
    reason: lost === '' ? 'the run was interrupted' : `no outcome in ${attempts} attempts: ${lost}`,
  };
}

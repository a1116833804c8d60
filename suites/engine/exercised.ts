import type { Recipe } from '../../generators/case.ts';
import type { ActiveCheck } from '../check.ts';
import type { Lab } from '../lab/lab.ts';
import { BlockedVolume, LostExchange, Unavailable } from '../lab/subject.ts';
import type { Trace } from '../step.ts';
import { type Assessment, judged } from './assessment.ts';

/** Complaints that are about something that never came: what took a whole time limit to show is not worth another one. */
export const slow: ReadonlySet<string> = new Set(['unchanged', 'endless', 'unknown', 'attributes']);

/** A request without an outcome is tried on so many fresh volumes in all. */
const attempts = 4;

/** Exercises a case once and judges it by itself. */
export async function exercised(check: ActiveCheck, lab: Lab, recipe: Recipe): Promise<Assessment> {
  const trace = await exerciseCase(check, lab, recipe);
  if (!('steps' in trace)) return trace;
  const assessment = judged(check, trace, lab.run.contract);
  // an observation that was cut off shows a job or a volume as lost that are not
  if (assessment.kind === 'complaint' && lab.run.signal.aborted) return { kind: 'unclear', reason: interrupted };
  return assessment;
}

const interrupted = 'the run was interrupted';

/** Exercises a case, on fresh volumes where no outcome can be had. */
export async function exerciseCase(check: ActiveCheck, lab: Lab, recipe: Recipe): Promise<Trace | Assessment> {
  let lost = '';
  for (let attempt = 0; attempt < attempts && !lab.run.signal.aborted; attempt += 1) {
    try {
      return await check.exercise(lab, recipe);
    } catch (error) {
      if (error instanceof Unavailable)
        return { kind: 'unavailable', reason: error.message, ...(error.isBudget ? { budget: true } : {}) };
      if (error instanceof BlockedVolume) return { kind: 'blocked', blocked: error.blocked };
      if (!(error instanceof LostExchange)) throw error;
      lost = error.message;
    }
  }
  return { kind: 'unclear', reason: lost === '' ? interrupted : `no outcome in ${attempts} attempts: ${lost}` };
}

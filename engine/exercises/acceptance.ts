import type { Recipe } from '../../generators/case.ts';
import { whyNotAccepted } from '../fixtures/anchor.ts';
import type { Until } from '../fixtures/extension.ts';
import { fitting } from '../fixtures/fit.ts';
import type { Lab } from '../fixtures/lab-interface.ts';
import type { Awaited } from '../fixtures/patience.ts';
import type { Subject } from '../fixtures/subject.ts';
import { isTaken } from '../judge/outcome.ts';
import { type Blocked, type Step, subjectStep, type Trace } from '../step.ts';
import { mustDecide, onVolume } from './intended.ts';

/** Sends a case that should be accepted and watches the volume grow. `proving`: for these, the whole time limit, come what may. */
export function acceptance(until: Until = 'size', proving: readonly Awaited[] = []) {
  return (lab: Lab, recipe: Recipe): Promise<Trace> =>
    onVolume(lab, [recipe.setup, recipe.size, 'growing'], (subject) => accept(lab, subject, recipe, until, proving));
}

/** The same on a volume at hand. */
export async function accept(
  lab: Lab,
  subject: Subject,
  recipe: Recipe,
  until: Until,
  proving: readonly Awaited[] = [],
): Promise<Trace> {
  const fitted = fitting(lab.run, subject, recipe);
  const step = await lab.send(subject, fitted, { until, proving });
  mustDecide(step);
  const blocked = await doubt(lab, subject, step, fitted);
  // its size is there, and what else had to be waited for was not, as long as it may take
  if (blocked === undefined && step.ending === 'given-up') return { steps: [step], unclear: notWaitedFor };
  return { steps: [step], ...(blocked === undefined ? {} : { blocked }) };
}

/** The same, for a requirement about what an acceptance does: of a refusal others have something to say, and not this one. */
export function acceptedOnly(until: Until = 'size', proving: readonly Awaited[] = []) {
  const exercise = acceptance(until, proving);
  return async (lab: Lab, recipe: Recipe): Promise<Trace> => {
    const trace = await exercise(lab, recipe);
    if (isTaken(subjectStep(trace))) return trace;
    return {
      ...trace,
      blocked: { by: lab.run.operation.owner(recipe, lab.run.room), reason: 'the request was not accepted' },
    };
  };
}

const notWaitedFor = 'the run had waited for a whole time limit in vain before, and did not wait as long for this';

/** Why an acceptance proves nothing; undefined for a refusal (that is for the judge) and for one that does. */
async function doubt(lab: Lab, subject: Subject, step: Step, asked: Recipe): Promise<Blocked | undefined> {
  if (!isTaken(step)) return undefined;
  const trouble = whyNotAccepted(step, asked, lab.run);
  if (trouble !== undefined || subject.observed) return trouble;
  return subject.anchor === 'good' ? undefined : lab.confirmUnseen(subject, step);
}

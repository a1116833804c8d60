import type { Recipe } from '../../generators/case.ts';
import { quantity } from '../../generators/quantity.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import { whyNotAccepted } from '../lab/anchor.ts';
import { caseOf } from '../lab/extend.ts';
import type { Lab } from '../lab/lab.ts';
import type { Awaited } from '../lab/patience.ts';
import type { Until } from '../lab/settle.ts';
import type { Subject } from '../lab/subject.ts';
import type { Blocked, Step, Trace } from '../step.ts';
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
  const step = await lab.send(subject, fitting(lab, subject, recipe), { until, proving });
  mustDecide(step);
  const blocked = await doubt(lab, subject, step);
  return { steps: [step], ...(blocked === undefined ? {} : { blocked }) };
}

/** The same, for a requirement about what an acceptance does: where it is refused, `owner` has something to say and not this one. */
export function acceptanceOr(owner: RequirementId, until: Until = 'size', proving: readonly Awaited[] = []) {
  const exercise = acceptance(until, proving);
  return async (lab: Lab, recipe: Recipe): Promise<Trace> => {
    const trace = await exercise(lab, recipe);
    const step = trace.steps.at(-1);
    const taken = step?.outcome === 'accepted' && step.ending !== 'failed';
    return taken ? trace : { ...trace, blocked: { by: owner, reason: 'the request was not accepted' } };
  };
}

/** Why an acceptance proves nothing; undefined for a refusal (that is for the judge) and for one that does. */
async function doubt(lab: Lab, subject: Subject, step: Step): Promise<Blocked | undefined> {
  if (step.outcome !== 'accepted' || step.ending === 'failed') return undefined;
  const trouble = whyNotAccepted(step, subject.setup, lab.run.room);
  if (trouble !== undefined || subject.observed) return trouble;
  return subject.anchor === 'good' ? undefined : lab.confirmUnseen(subject, step);
}

/** A size that has no room on this volume, or that is none of a growth, is replaced by the nearest that is. */
export function fitting(lab: Lab, subject: Subject, recipe: Recipe): Recipe {
  const { ceiling } = lab.run.room;
  const expectation = lab.run.oracle(caseOf(lab.run, subject, recipe));
  const size = expectation.kind === 'accept' || expectation.kind === 'open' ? expectation.size : null;
  const over = size !== null && size > ceiling && expectation.kind === 'accept';
  if (expectation.kind !== 'refuse' && !over) return recipe;
  const { tail, form } = recipe.size;
  return { ...recipe, size: quantity(over ? 'ceiling' : 'current', over ? 0 : 1, { tail, form }) };
}

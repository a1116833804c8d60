import type { Recipe } from '../../generators/case.ts';
import type { ActiveCheck, Complaint, Twin } from '../check.ts';
import { acceptance } from '../exercises/acceptance.ts';
import { exactSizeExpected, notAccepted } from '../judge/expect.ts';
import { isDenied } from '../judge/outcome.ts';
import type { Lab } from '../lab/lab.ts';
import { BlockedVolume, LostExchange, Unavailable } from '../lab/subject.ts';
import { type Blocked, subjectStep, type Trace } from '../step.ts';

/** What one case says about its requirement. */
export type Assessment =
  | { readonly kind: 'held'; readonly observed: boolean }
  | { readonly kind: 'complaint'; readonly complaint: Complaint; readonly observed: boolean }
  /** Rests on a requirement that is broken. */
  | { readonly kind: 'blocked'; readonly blocked: Blocked }
  /** The set-up could not be had. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** No outcome, also not on fresh volumes. */
  | { readonly kind: 'unclear'; readonly reason: string };

/** A request without an outcome is tried on so many fresh volumes in all. */
const attempts = 4;

/** Exercises one case and judges what it left behind; a complaint stands only if the case's twin behaves. */
export async function assess(check: ActiveCheck, lab: Lab, recipe: Recipe): Promise<Assessment> {
  const exercised = await exerciseCase(check, lab, recipe);
  if (!('steps' in exercised)) return exercised;
  if (exercised.unclear !== undefined) return { kind: 'unclear', reason: exercised.unclear };
  const complaint = check.judge(exercised, lab.run.contract);
  // an observation that was cut off shows a job or a volume as lost that are not
  if (complaint !== undefined && lab.run.signal.aborted) return { kind: 'unclear', reason: 'the run was interrupted' };
  const observed = exercised.steps.every((step) => step.after !== undefined);
  if (complaint === undefined) {
    if (!observed && check.needs?.observe !== undefined) return { kind: 'unclear', reason: unread };
    const blocked = exercised.blocked ?? yielded(check, exercised);
    return blocked === undefined ? { kind: 'held', observed } : { kind: 'blocked', blocked };
  }
  const twin = check.twin?.(recipe, complaint, lab.run.contract, lab.run.room);
  if (twin === undefined && !observed && isDenied(complaint.step.exchange)) return { kind: 'unclear', reason: denied };
  const excuse = twin === undefined ? undefined : await misbehaves(check, lab, twin);
  return excuse ?? { kind: 'complaint', complaint, observed };
}

const unread = 'the volume could not be read back';
const denied = 'the request was denied, and whether the credentials have ended cannot be told without reading a volume';

function yielded(check: ActiveCheck, trace: Trace): Blocked | undefined {
  const owner = check.yieldsTo?.(subjectStep(trace));
  return owner && { by: owner, reason: 'the volume ended at a size that this requirement is not about' };
}

async function exerciseCase(check: ActiveCheck, lab: Lab, recipe: Recipe): Promise<Trace | Assessment> {
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

/** Runs the twin of a case; why the case may not be blamed where the twin is wrong as well. */
async function misbehaves(check: ActiveCheck, lab: Lab, twin: Twin): Promise<Assessment | undefined> {
  const plain: ActiveCheck = { ...check, exercise: exerciseOf(twin) };
  const exercised = await exerciseCase(plain, lab, twin.recipe);
  if (!('steps' in exercised)) return exercised;
  const { contract } = lab.run;
  const step = subjectStep(exercised);
  const wrong = {
    accepted: () => notAccepted(step, contract) !== undefined,
    exact: () =>
      (notAccepted(step, contract) ?? exactSizeExpected(exercised, contract) ?? exercised.blocked) !== undefined,
    refused: () => step.outcome !== 'refused',
    untouched: () => step.outcome !== 'refused' || step.after?.size !== step.before?.size,
  }[twin.expects]();
  if (!wrong) return undefined;
  return {
    kind: 'blocked',
    blocked: { by: twin.owner, reason: 'the plain twin of the case is answered wrongly as well' },
  };
}

/** A twin that has to be refused is only sent: what it makes of the volume says nothing. */
function exerciseOf(twin: Twin): ActiveCheck['exercise'] {
  if (twin.expects === 'accepted' || twin.expects === 'exact') return acceptance('size');
  return async (lab, recipe) => {
    const subject = await lab.lease(recipe.setup, recipe.size);
    try {
      return { steps: [await lab.send(subject, recipe, { until: 'never' })] };
    } finally {
      await lab.release(subject);
    }
  };
}

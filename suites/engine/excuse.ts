import type { Recipe } from '../../generators/case.ts';
import type { ActiveCheck, Twin } from '../check.ts';
import { acceptance } from '../exercises/acceptance.ts';
import { exactSizeExpected, notAccepted } from '../judge/expect.ts';
import { isDenied } from '../judge/outcome.ts';
import type { Lab } from '../lab/lab.ts';
import { subjectStep } from '../step.ts';
import { type Assessment, exerciseCase } from './exercised.ts';

/** A complaint stands only if the case's twin, at least `age` times extended, behaves. */
export async function unlessExcused(
  check: ActiveCheck,
  lab: Lab,
  recipe: Recipe,
  seen: Assessment,
  age = 0,
): Promise<Assessment> {
  if (seen.kind !== 'complaint') return seen;
  const { complaint, observed } = seen;
  const twin = check.twin?.(recipe, complaint, lab.run.contract, lab.run.room);
  if (twin !== undefined) return (await misbehaves(check, lab, aged(twin, age))) ?? seen;
  return !observed && isDenied(complaint.step.exchange) ? { kind: 'unclear', reason: denied } : seen;
}

const denied = 'the request was denied, and whether the credentials have ended cannot be told without reading a volume';

function aged(twin: Twin, age: number): Twin {
  const { setup } = twin.recipe;
  return { ...twin, recipe: { ...twin.recipe, setup: { ...setup, grown: Math.max(setup.grown, age) } } };
}

/** Runs the twin of a case; why the case may not be blamed where the twin is wrong as well. */
async function misbehaves(check: ActiveCheck, lab: Lab, twin: Twin): Promise<Assessment | undefined> {
  const plain: ActiveCheck = { ...check, exercise: exerciseOf(twin) };
  const trace = await exerciseCase(plain, lab, twin.recipe);
  if (!('steps' in trace)) return trace;
  const { contract } = lab.run;
  const step = subjectStep(trace);
  const wrong = {
    accepted: () => notAccepted(step, contract) !== undefined,
    exact: () => (notAccepted(step, contract) ?? exactSizeExpected(trace, contract) ?? trace.blocked) !== undefined,
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

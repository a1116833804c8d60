import type { Recipe } from '../../generators/case.ts';
import type { Room } from '../../generators/room.ts';
import type { Contract } from '../../spec/contract.ts';
import type { ActiveCheck } from '../check.ts';
import type { Twin } from '../complaint.ts';
import { acceptance } from '../exercises/acceptance.ts';
import { exactSizeExpected, notAccepted } from '../judge/expect.ts';
import { isDenied, isTaken } from '../judge/outcome.ts';
import type { Ownership } from '../ownership.ts';
import type { Stage } from '../stage.ts';
import { type BrokenRequirements, judgedStep, type Trace } from '../step.ts';
import type { Assessment } from './assessment.ts';
import { isTrace } from './run-case.ts';

/** A complaint stands only if the case's twin, at least `age` times extended, behaves. */
export async function unlessAttributed(
  check: ActiveCheck,
  stage: Stage,
  recipe: Recipe,
  seen: Assessment,
  age = 0,
): Promise<Assessment> {
  if (seen.kind !== 'complaint') return seen;
  const { contract, operation, room } = stage;
  const twin = check.twin?.(recipe, seen.complaint, contract, room);
  if (twin === undefined) return unlessDenied(seen);
  const due = aged(twin, age);
  const trace = await stage.exercise({ ...check, exercise: exerciseOf(due) }, due.recipe);
  if (!isTrace(trace)) return trace;
  const evidence = { ...seen.evidence, twin: { of: recipe, age, trace } };
  if (!isWrong(due.expects, trace, contract)) return { ...seen, evidence };
  const { outcome, expectation } = judgedStep(trace);
  const { repetition } = operation.roles;
  // nobody may pass while this is only the reason why something else could not be judged
  if (outcome === 'accepted' && expectation.kind === 'refuse' && check.requirement !== repetition)
    stage.addCase(repetition, due.recipe);
  return { kind: 'blocked', blocked: { by: brokenBy(due, trace, operation, room), reason: twinIsWrong }, evidence };
}

/** Without a twin: a denial that may be the credentials' says nothing. */
function unlessDenied(seen: Assessment): Assessment {
  if (seen.kind !== 'complaint' || seen.observed || !isDenied(seen.complaint.step.exchange)) return seen;
  return { kind: 'unclear', reason: denied, evidence: seen.evidence };
}

const denied =
  'the request was denied, and without reading a volume nobody can tell whether the credentials have expired';
/** After `blocked by ID: `, of that requirement; alone, of the case. */
const twinIsWrong = 'its plain case is answered wrongly already, so this cannot be judged until that is mended';

/** The twin on a volume that was extended at least so often. */
function aged(twin: Twin, age: number): Twin {
  const { setup } = twin.recipe;
  return { ...twin, recipe: { ...twin.recipe, setup: { ...setup, grown: Math.max(setup.grown, age) } } };
}

/** The requirements one of which is broken by a twin with a wrong answer. */
export function brokenBy(
  { expects, recipe }: Twin,
  trace: Trace,
  { missing, owner, roles }: Ownership,
  room: Room,
): BrokenRequirements {
  const step = judgedStep(trace);
  if (expects === 'refused' || expects === 'untouched')
    return step.outcome === 'refused' ? [roles.refusal] : [roles.repetition];
  if (!isTaken(step)) return owner(recipe, room);
  return trace.blocked?.by ?? missing(step);
}

/** Whether a twin was not answered as it had to be: why the case may not be blamed. */
function isWrong(expects: Twin['expects'], trace: Trace, contract: Contract): boolean {
  const step = judgedStep(trace);
  return {
    accepted: () => notAccepted(step, contract) !== undefined,
    exact: () => (notAccepted(step, contract) ?? exactSizeExpected(trace, contract) ?? trace.blocked) !== undefined,
    refused: () => step.outcome !== 'refused',
    untouched: () => step.outcome !== 'refused' || step.after?.size !== step.before?.size,
  }[expects]();
}

/** A twin that has to be refused is only sent: its effect on the volume says nothing. */
function exerciseOf(twin: Twin): ActiveCheck['exercise'] {
  if (twin.expects === 'accepted' || twin.expects === 'exact') return acceptance('effect');
  return async (fixtures, recipe) => {
    const tested = await fixtures.lease(recipe.setup, recipe.size);
    try {
      return { steps: [await fixtures.send(tested, recipe, { until: 'never' })] };
    } finally {
      await fixtures.release(tested);
    }
  };
}

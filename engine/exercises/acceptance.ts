import type { Recipe } from '../../generators/case.ts';
import type { Until } from '../fixtures/awaited-effect.ts';
import { whyNotAccepted } from '../fixtures/control.ts';
import { prepareValid } from '../fixtures/fit.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import type { Awaited } from '../fixtures/timeouts.ts';
import type { VolumeUnderTest } from '../fixtures/volume-under-test.ts';
import { isTaken } from '../judge/outcome.ts';
import { type Blocked, judgedStep, type Step, type Trace } from '../step.ts';
import { mustDecide, onVolume } from './intended.ts';

/**
 * Sends a case that should be accepted and watches its effect. `proving`: watches these for the whole time limit in any case;
 * `isLasting`: of these cases the effect is watched for a while longer.
 */
export function acceptance(
  until: Until = 'effect',
  proving: readonly Awaited[] = [],
  isLasting = (_: Recipe): boolean => false,
) {
  return (fixtures: Fixtures, recipe: Recipe): Promise<Trace> =>
    onVolume(fixtures, [recipe.setup, recipe.size, 'changing'], (tested) =>
      accept(fixtures, tested, recipe, until, proving, isLasting(recipe)),
    );
}

/** The same on a volume at hand. */
export async function accept(
  fixtures: Fixtures,
  tested: VolumeUnderTest,
  recipe: Recipe,
  until: Until,
  proving: readonly Awaited[] = [],
  lasting = false,
): Promise<Trace> {
  const prepared = prepareValid(fixtures.run, tested, recipe);
  const step = await fixtures.send(tested, prepared, { until, proving, lasting });
  mustDecide(step);
  const blocked = await doubt(fixtures, tested, step, prepared.recipe);
  // its size is there, and what else had to be waited for was not, as long as it may take
  if (blocked === undefined && step.ending === 'given-up') return { steps: [step], unclear: notWaitedFor };
  return { steps: [step], ...(blocked === undefined ? {} : { blocked }) };
}

/** The same, for a requirement about the effect of an acceptance: a refusal belongs to other requirements. */
export function acceptedOnly(...how: Parameters<typeof acceptance>) {
  const exercise = acceptance(...how);
  return async (fixtures: Fixtures, recipe: Recipe): Promise<Trace> => {
    const trace = await exercise(fixtures, recipe);
    if (isTaken(judgedStep(trace))) return trace;
    return {
      ...trace,
      blocked: { by: fixtures.run.operation.owner(recipe, fixtures.run.room), reason: 'the request was not accepted' },
    };
  };
}

/** Why an acceptance tells nothing if the wait for its end was given up. */
export const notWaitedFor = 'the run had already waited for a whole time limit in vain, and waited less for this';

/** Why an acceptance proves nothing; undefined for a refusal (that is for the judge) and for one that does. */
async function doubt(
  fixtures: Fixtures,
  tested: VolumeUnderTest,
  step: Step,
  asked: Recipe,
): Promise<Blocked | undefined> {
  if (!isTaken(step)) return undefined;
  const trouble = whyNotAccepted(step, asked, fixtures.run);
  if (trouble !== undefined || tested.observed) return trouble;
  return tested.control === 'good' ? undefined : fixtures.confirmUnseen(tested, step, asked);
}

import type { Recipe } from '../../generators/case.ts';
import { repaired } from '../../generators/setups.ts';
import { clausesOf } from '../../spec/parts.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { Effect } from '../effect.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import type { Step, Trace } from '../step.ts';
import { mustBreak, mustDecide, mustSuit, onVolume } from './intended.ts';

/**
 * Sends a case that breaks the clauses of a requirement, by default the check's own, and has to be refused; the volume's
 * control comes before it, or at the end of the check.
 */
export function refusal(of?: RequirementId | 'unreadable') {
  return (fixtures: Fixtures, recipe: Recipe): Promise<Trace> =>
    onVolume(fixtures, [recipe.setup, recipe.size], async (tested) => {
      const wanted = of === 'unreadable' ? of : clausesOf(fixtures.run.contract, of ?? fixtures.check);
      mustSuit(fixtures.run, tested, recipe, wanted);
      const step = await fixtures.send(tested, recipe, { until: 'never' });
      mustBreak(step, wanted);
      mustDecide(step);
      if (step.outcome === 'refused') fixtures.countRefusal(tested, recipe.setup);
      return { steps: [step] };
    });
}

/**
 * Sends a valid size to a volume in a state that forbids it, and watches the volume stay; then the same request to a
 * volume that differs only in that state, which has to be accepted and to take effect.
 */
export function ruledOut() {
  return async (fixtures: Fixtures, recipe: Recipe): Promise<Trace> => {
    const clauses = clausesOf(fixtures.run.contract, fixtures.check);
    const step = await onVolume(fixtures, [recipe.setup, recipe.size], async (tested) => {
      mustSuit(fixtures.run, tested, recipe, clauses);
      const sent = await fixtures.send(tested, recipe, { until: 'job', expected: null });
      mustBreak(sent, clauses);
      mustDecide(sent);
      // what has changed may not be used again, and what was accepted may still be under way
      if (sent.outcome !== 'refused' && sent.ending !== 'failed') tested.used();
      return sent;
    });
    const { effect } = fixtures.run.operation;
    if (hasLeft(step, recipe, effect))
      return { steps: [step], unclear: `the volume did not stay in state "${recipe.setup.status}"` };
    if (step.ending === 'given-up' || step.ending === 'unseen') {
      return {
        steps: [step],
        blocked: {
          by: fixtures.run.operation.missing(),
          reason: `an accepted ${effect.words.request} was not seen to end`,
        },
      };
    }
    // what has changed is wrong, whatever another volume does
    if (tookPlace(step, effect)) return { steps: [step] };
    const twin = { ...repaired(recipe.setup, clauses[0] ?? '', fixtures.run.contract), grown: 0 };
    const blocked = await fixtures.controlSetup(twin, recipe);
    return { steps: [step], ...(blocked === undefined ? {} : { blocked }) };
  };
}

/** Whether a volume that was changed had left, by itself, the state in which it must not be. */
function hasLeft(step: Step, { setup }: Recipe, effect: Effect): boolean {
  return tookPlace(step, effect) && step.after?.status !== setup.status;
}

const tookPlace = ({ before, after }: Step, effect: Effect): boolean =>
  before !== undefined && after !== undefined && effect.tookPlace(before, after);

import type { Recipe } from '../../generators/case.ts';
import { repaired } from '../../generators/setups.ts';
import { clausesOf } from '../../spec/parts.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import type { Step, Trace } from '../step.ts';
import { mustBreak, mustDecide, onVolume } from './intended.ts';

/**
 * Sends a case that breaks the clauses of a requirement, by default the check's own, and has to be refused; the volume's own
 * valid extension is its control, before or at the end of the check.
 */
export function refusal(of?: RequirementId | 'unreadable') {
  return (fixtures: Fixtures, recipe: Recipe): Promise<Trace> =>
    onVolume(fixtures, [recipe.setup, recipe.size], async (tested) => {
      const step = await fixtures.send(tested, recipe, { until: 'never' });
      mustBreak(step, of === 'unreadable' ? of : clausesOf(fixtures.run.contract, of ?? fixtures.check));
      mustDecide(step);
      if (step.outcome === 'refused') fixtures.countRefusal(tested, recipe.setup);
      return { steps: [step] };
    });
}

/**
 * Sends a valid size to a volume whose state rules an extension out and watches it stay; then the same request to a
 * volume set up alike but for the one thing, which has to be accepted and to grow.
 */
export function ruledOut() {
  return async (fixtures: Fixtures, recipe: Recipe): Promise<Trace> => {
    const clauses = clausesOf(fixtures.run.contract, fixtures.check);
    const step = await onVolume(fixtures, [recipe.setup, recipe.size], async (tested) => {
      const sent = await fixtures.send(tested, recipe, { until: 'job', expected: null });
      mustBreak(sent, clauses);
      mustDecide(sent);
      // what grew may not be used again, and what was accepted may still be under way
      if (sent.outcome !== 'refused' && sent.ending !== 'failed') tested.used();
      return sent;
    });
    if (hasLeft(step, recipe))
      return { steps: [step], unclear: `the volume did not stay in state "${recipe.setup.status}"` };
    if (step.ending === 'given-up' || step.ending === 'unseen') {
      return {
        steps: [step],
        blocked: {
          by: fixtures.run.operation.missing(),
          reason: `an accepted ${fixtures.run.operation.effect.words.request} was not seen to end`,
        },
      };
    }
    // what grew is wrong, whatever another volume does
    if (hasGrown(step)) return { steps: [step] };
    const twin = { ...repaired(recipe.setup, clauses[0] ?? '', fixtures.run.contract), grown: 0 };
    const blocked = await fixtures.controlSetup(twin, recipe);
    return { steps: [step], ...(blocked === undefined ? {} : { blocked }) };
  };
}

/** Whether a volume that grew had left, by itself, the state in which it must not. */
function hasLeft({ before, after }: Step, { setup }: Recipe): boolean {
  return hasGrown({ before, after }) && after?.status !== setup.status;
}

const hasGrown = ({ before, after }: Pick<Step, 'before' | 'after'>): boolean =>
  before !== undefined && after !== undefined && after.size > before.size;

import type { Recipe } from '../../generators/case.ts';
import { prepareValid } from '../fixtures/fit.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import type { Trace } from '../step.ts';
import { mustDecide, onVolume } from './intended.ts';

/** Sends a case that may be accepted or refused, and watches its effect; a refusal needs its control like any other. */
export function either() {
  return (fixtures: Fixtures, recipe: Recipe): Promise<Trace> =>
    onVolume(fixtures, [recipe.setup, recipe.size, 'changing'], async (tested) => {
      const prepared = prepareValid(fixtures.run, tested, recipe);
      const { expectation } = prepared;
      // where nothing may come of an acceptance, there is nothing to wait for
      const until = expectation.kind === 'open' && expectation.size === null ? 'never' : 'effect';
      const step = await fixtures.send(tested, prepared, { until });
      mustDecide(step);
      if (step.outcome === 'refused') fixtures.countRefusal(tested, recipe.setup);
      return { steps: [step] };
    });
}

import type { Recipe } from '../../generators/case.ts';
import { fitting } from '../fixtures/fit.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { caseOf } from '../fixtures/sending.ts';
import type { Trace } from '../step.ts';
import { mustDecide, onVolume } from './intended.ts';

/** Sends a case that may be accepted or refused, and sees what comes of it; a refusal needs its control like any other. */
export function either() {
  return (fixtures: Fixtures, recipe: Recipe): Promise<Trace> =>
    onVolume(fixtures, [recipe.setup, recipe.size, 'growing'], async (tested) => {
      const fitted = fitting(fixtures.run, tested, recipe);
      const expectation = fixtures.run.oracle(caseOf(fixtures.run, tested, fitted));
      // where nothing may come of an acceptance, there is nothing to wait for
      const until = expectation.kind === 'open' && expectation.size === null ? 'never' : 'size';
      const step = await fixtures.send(tested, fitted, { until });
      mustDecide(step);
      if (step.outcome === 'refused') fixtures.countRefusal(tested, recipe.setup);
      return { steps: [step] };
    });
}

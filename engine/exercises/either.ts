import type { Recipe } from '../../generators/case.ts';
import { fitting } from '../fixtures/fit.ts';
import type { Lab } from '../fixtures/lab-interface.ts';
import { caseOf } from '../fixtures/sending.ts';
import type { Trace } from '../step.ts';
import { mustDecide, onVolume } from './intended.ts';

/** Sends a case that may be accepted or refused, and sees what comes of it; a refusal is anchored like any other. */
export function either() {
  return (lab: Lab, recipe: Recipe): Promise<Trace> =>
    onVolume(lab, [recipe.setup, recipe.size, 'growing'], async (subject) => {
      const fitted = fitting(lab.run, subject, recipe);
      const expectation = lab.run.oracle(caseOf(lab.run, subject, fitted));
      // where nothing may come of an acceptance, there is nothing to wait for
      const until = expectation.kind === 'open' && expectation.size === null ? 'never' : 'size';
      const step = await lab.send(subject, fitted, { until });
      mustDecide(step);
      if (step.outcome === 'refused') lab.countRefusal(subject, recipe.setup);
      return { steps: [step] };
    });
}

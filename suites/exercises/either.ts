import type { Recipe } from '../../generators/case.ts';
import { fitting } from '../lab/fit.ts';
import type { Lab } from '../lab/lab.ts';
import type { Trace } from '../step.ts';
import { mustDecide, onVolume } from './intended.ts';

/** Sends a case that may be accepted or refused, and sees what comes of it; a refusal is anchored like any other. */
export function either() {
  return (lab: Lab, recipe: Recipe): Promise<Trace> =>
    onVolume(lab, [recipe.setup, recipe.size, 'growing'], async (subject) => {
      const step = await lab.send(subject, fitting(lab.run, subject, recipe), { until: 'size' });
      mustDecide(step);
      if (step.outcome === 'refused') lab.countRefusal(subject, recipe.setup);
      return { steps: [step] };
    });
}

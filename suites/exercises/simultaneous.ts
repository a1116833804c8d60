import type { Recipe } from '../../generators/case.ts';
import { quantity } from '../../generators/quantity.ts';
import { ownersOf, sizeOwners } from '../judge/owners.ts';
import type { Lab } from '../lab/lab.ts';
import type { Trace } from '../step.ts';
import { mustDecide, onVolume } from './intended.ts';

/** What two extensions make of each other shows within so many ms after both have been seen. */
const aftermathMs = 300;

/** Sends two extensions of one volume at once, the larger one first, and reads where the volume has come to rest. */
export function simultaneous(lab: Lab, recipe: Recipe): Promise<Trace> {
  return onVolume(lab, [recipe.setup], async (subject) => {
    const { clock, signal, target } = lab.run;
    const step = target.custody.keeps ? 1 : 10;
    const sizes = [quantity('current', 2 * step), quantity('current', step)] as const;
    const steps = await Promise.all(
      // each is shown to the lab alone: what one sees of the volume is partly the other's doing
      sizes.map((size) =>
        lab.send({ ...subject }, { ...recipe, size }, { until: 'job', expected: null, inScope: false, together: true }),
      ),
    );
    subject.spoilt = 'used';
    for (const step of steps) mustDecide(step);
    if (steps.every((step) => step.outcome === 'refused')) {
      return {
        steps,
        blocked: {
          by: ownersOf({ setup: recipe.setup, size: sizes[0] }, lab.run.room),
          reason: 'both extensions were refused',
        },
      };
    }
    await clock.sleep(aftermathMs, signal);
    const rest = await target.observer.volume(subject.volume);
    if (rest.kind !== 'volume') return { steps, unclear: rest.reason };
    const settled = steps.map((step) => ({
      ...step,
      after: rest,
      sights: step.after === undefined ? step.sights : [...step.sights, { job: undefined, volume: step.after }],
    }));
    const grew = rest.size > subject.now.size;
    const blocked = grew ? {} : { blocked: { by: sizeOwners, reason: 'the volume was not seen to grow' } };
    return { steps: settled, ...blocked };
  });
}

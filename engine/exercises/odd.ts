import type { Recipe } from '../../generators/case.ts';
import { sizeMeant } from '../fixtures/fit.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { leaveRefusalsBehind } from '../fixtures/send-and-watch.ts';
import type { Sending } from '../fixtures/sending.ts';
import { Unavailable } from '../fixtures/volume-under-test.ts';
import type { Trace } from '../step.ts';
import { notWaitedFor } from './acceptance.ts';
import { onVolume, sendIfServed } from './intended.ts';

/**
 * Sends a request with a body or headers that no page mentions, and watches its effect. It may be accepted or
 * refused. If it is accepted, the size that it names has to result, provided that the size would be right in the documented body. The
 * answer belongs to the check's own row alone.
 */
export function odd(depart: (recipe: Recipe) => Pick<Sending, 'request'> & { readonly about: string }) {
  return (fixtures: Fixtures, recipe: Recipe): Promise<Trace> =>
    onVolume(fixtures, [recipe.setup, recipe.size, 'changing'], async (tested) => {
      const { run } = fixtures;
      const expected = sizeMeant(run, tested, recipe, run.operation.effect.body(run.contract));
      // one more wait that is cut short would prove nothing
      if (expected !== null && !run.timeouts.isWhole('effect')) throw new Unavailable(notWaitedFor);
      const until = expected === null ? 'never' : 'effect';
      await leaveRefusalsBehind(run, tested);
      const departure = { ...depart(recipe), inScope: false, mayBeLost: true };
      const step = await sendIfServed(() => fixtures.send(tested, recipe, { until, expected, ...departure }));
      if (step.outcome === 'refused') fixtures.countRefusal(tested, recipe.setup);
      return { steps: [step], ...(step.ending === 'given-up' ? { unclear: notWaitedFor } : {}) };
    });
}

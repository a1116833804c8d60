import type { Recipe } from '../../generators/case.ts';
import type { Lab } from '../lab/lab.ts';
import { LostExchange, type Subject } from '../lab/subject.ts';
import type { Trace } from '../step.ts';
import { accept } from './acceptance.ts';
import { onVolume } from './intended.ts';

type Bystander = NonNullable<Trace['bystanders']>[number];

/** What happens to another volume shows at once, or after the job that did it: so long, in ms. */
const aftermathMs = 100;

/** Extends one volume between an older and a younger one of the same project and size, and looks at those again. */
export function besideOthers(lab: Lab, recipe: Recipe): Promise<Trace> {
  const wish: [Recipe['setup']] = [recipe.setup];
  return onVolume(lab, wish, (older) =>
    onVolume(lab, wish, (subject) =>
      onVolume(lab, wish, async (younger) => {
        const trace = await accept(lab, subject, recipe, 'size');
        await lab.run.clock.sleep(aftermathMs, lab.run.signal);
        return { ...trace, bystanders: [await look(lab, older), await look(lab, younger)] };
      }),
    ),
  );
}

async function look(lab: Lab, subject: Subject): Promise<Bystander> {
  const after = await lab.run.target.observer.volume(subject.volume);
  if (after.kind !== 'volume') throw new LostExchange(after.reason);
  const before = subject.now;
  subject.now = after;
  return { before, after };
}

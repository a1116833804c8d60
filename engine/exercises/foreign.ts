import type { Recipe } from '../../generators/case.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { Unavailable } from '../fixtures/volume-under-test.ts';
import type { Step, Trace } from '../step.ts';
import { elsewhere, idsOf } from './elsewhere.ts';

/** The own volume by way of a foreign project's path; then, where one can be had, another project's volume by way of the own. */
export function foreignVolume(foreignProject: string) {
  const own = elsewhere((_, tested) => ({
    ids: { ...idsOf(tested.volume), project: foreignProject },
    about: ', by the path of another project',
  }));
  return async (fixtures: Fixtures, recipe: Recipe): Promise<Trace> => {
    const { steps } = await own(fixtures, recipe);
    // what was accepted is wrong, whether or not another project's volume is to be had
    if (steps.some(({ outcome }) => outcome === 'accepted')) return { steps };
    const foreign = await sendToForeign(fixtures, recipe);
    return { steps: foreign === undefined ? steps : [...steps, foreign] };
  };
}

async function sendToForeign(fixtures: Fixtures, recipe: Recipe): Promise<Step | undefined> {
  const { kind, target } = fixtures.run;
  const { provisioner } = target;
  const obtained = await provisioner.obtain({ ...kind.spec(recipe.setup), tenant: 'other' });
  if (obtained.kind === 'unavailable') throw new Unavailable(`no volume of another project: ${obtained.reason}`);
  try {
    const ids = idsOf(obtained.volume);
    const trace = await elsewhere(() => ({ ids, about: ', which belongs to another project' }))(fixtures, recipe);
    return trace.steps.at(-1);
  } finally {
    await provisioner.giveBack(obtained.volume);
  }
}

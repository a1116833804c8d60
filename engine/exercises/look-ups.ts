import type { Recipe } from '../../generators/case.ts';
import { unknownId } from '../../generators/fixtures.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { lookUpPathOf } from '../fixtures/look-ups.ts';
import { BlockedVolume, Unavailable, type VolumeUnderTest } from '../fixtures/volume-under-test.ts';
import type { Trace } from '../step.ts';
import { elsewhere } from './elsewhere.ts';
import { onVolume } from './intended.ts';

const denied = { credentials: 'none' } as const;

/** Looks a volume up without credentials. */
export function lookUpDenied(fixtures: Fixtures, recipe: Recipe): Promise<Trace> {
  return elsewhere((_, { volume: { project, id } }) => {
    const path = lookUpPathOf(fixtures.run, 'volume', { project_id: project, volume_id: id });
    return { request: { method: 'GET', path, ...denied }, about: ', by the look-up of it without credentials' };
  })(fixtures, recipe);
}

/** Makes the plain request, and looks its job up without credentials. */
export async function lookUpJobDenied(fixtures: Fixtures, recipe: Recipe): Promise<Trace> {
  const ids = await onVolume(fixtures, [recipe.setup, recipe.size, 'changing'], async (tested) => {
    const trouble = await fixtures.control(tested);
    if (trouble !== undefined) throw new BlockedVolume(trouble);
    return jobOf(tested);
  });
  const path = lookUpPathOf(fixtures.run, 'job', ids);
  const request = { method: 'GET', path, ...denied };
  return elsewhere(() => ({ request, about: ', by the look-up of a job without credentials' }))(fixtures, recipe);
}

/** Looks a job up that there is not. */
export function lookUpUnknownJob(fixtures: Fixtures, recipe: Recipe): Promise<Trace> {
  return elsewhere((_, { volume: { project } }) => {
    const path = lookUpPathOf(fixtures.run, 'job', { project_id: project, job_id: unknownId });
    return { request: { method: 'GET', path }, about: ', by the look-up of a job that does not exist' };
  })(fixtures, recipe);
}

function jobOf({ job, volume: { project } }: VolumeUnderTest) {
  if (job === undefined) throw new Unavailable('there is no job to look up');
  return { project_id: project, job_id: job };
}

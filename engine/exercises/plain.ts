import type { Recipe } from '../../generators/case.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { BlockedVolume } from '../fixtures/volume-under-test.ts';
import { idsOf, type PathIds } from './elsewhere.ts';
import { onVolume } from './intended.ts';

/** Makes the plain request on a volume to prepare the next one, and returns the volume's ids. Throws if that does not work. */
export function runPlain(fixtures: Fixtures, { setup }: Recipe): Promise<PathIds> {
  return onVolume(fixtures, [setup], async (tested) => {
    const trouble = await fixtures.control(tested);
    if (trouble !== undefined) throw new BlockedVolume(trouble);
    return idsOf(tested.volume);
  });
}

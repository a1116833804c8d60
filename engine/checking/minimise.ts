import type { Recipe } from '../../generators/case.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { ActiveCheck } from '../check.ts';
import { WrongCase } from '../exercises/intended.ts';
import { openFixtures } from '../fixtures/open-fixtures.ts';
import type { Run } from '../fixtures/run.ts';
import { BlockedVolume, LostExchange, Unavailable } from '../fixtures/volume-under-test.ts';
import type { Step } from '../step.ts';
import { exactly } from './assess.ts';
import type { Watch } from './watch.ts';

/**
 * A finding of a watch on a shared volume is shown once more on a volume set up for the case alone: smaller,
 * and independent of parallel cases. The watch sees it, and keeps it if it is wrong there as well.
 */
export async function minimise(watch: Watch, checks: readonly ActiveCheck[], run: Run): Promise<void> {
  const worst = (): Step | undefined => watch.finding().failure?.complaint.step;
  const { check, recipe, previous } = worst() ?? {};
  if (check !== undefined && recipe !== undefined) await showAgain(check, recipe, checks, run);
  // not the request itself, then, but what the one before it did late
  if (previous !== undefined && worst()?.recipe?.setup.exact !== true) {
    await showAgain(previous.check, previous.recipe, checks, run);
  }
}

export async function showAgain(
  id: RequirementId,
  recipe: Recipe,
  checks: readonly ActiveCheck[],
  run: Run,
): Promise<void> {
  const check = checks.find((one) => one.requirement === id);
  if (recipe.setup.exact || check === undefined || run.signal.aborted) return;
  const fixtures = openFixtures(run, check.requirement);
  try {
    await check.exercise(fixtures, exactly(recipe));
    await fixtures.close();
  } catch (error) {
    if (![Unavailable, BlockedVolume, LostExchange, WrongCase].some((kind) => error instanceof kind)) throw error;
  }
}

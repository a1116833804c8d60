import type { ActiveCheck } from '../check.ts';
import { WrongCase } from '../exercises/intended.ts';
import { openLab } from '../lab/lab.ts';
import type { Run } from '../lab/run.ts';
import { BlockedVolume, LostExchange, Unavailable } from '../lab/subject.ts';
import { exactly } from './assess.ts';
import type { Watch } from './watch.ts';

/**
 * What a watch found on a volume that had served others is shown once more on one set up for the case alone: smaller,
 * and the same whatever ran side by side. The watch sees it, and keeps it where it is wrong there as well.
 */
export async function minimise(watch: Watch, checks: readonly ActiveCheck[], run: Run): Promise<void> {
  const step = watch.finding().failure?.complaint.step;
  const check = checks.find((one) => one.requirement === step?.check);
  if (step?.recipe === undefined || step.recipe.setup.exact || check === undefined || run.signal.aborted) return;
  const lab = openLab(run, check.requirement);
  try {
    await check.exercise(lab, exactly(step.recipe));
    await lab.close();
  } catch (error) {
    if (![Unavailable, BlockedVolume, LostExchange, WrongCase].some((kind) => error instanceof kind)) throw error;
  }
}

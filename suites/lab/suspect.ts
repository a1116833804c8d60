import type { Recipe } from '../../generators/case.ts';
import { ownersOf } from '../judge/owners.ts';
import type { Step } from '../step.ts';
import type { Run } from './run.ts';

/**
 * A valid request that was refused in the service of another requirement, as an anchor or a twin, belongs to its own:
 * nobody may pass while such a refusal is only the reason why something else could not be judged.
 */
export function suspect(run: Run, step: Step, recipe: Recipe): void {
  if (step.expectation.kind !== 'accept' || step.outcome !== 'refused' || !step.inScope) return;
  // the target said that it has no more room than this volume takes
  if ((step.before?.size ?? 0) >= run.room.ceiling) return;
  const asked = { ...recipe, setup: { ...recipe.setup, grown: step.history.length - 1 } };
  const [owner] = ownersOf(asked, run.room);
  // what only prepares a case of its own check is none of that check's cases either
  if (owner !== step.check || step.recipe === undefined) run.suspect(owner, asked);
}

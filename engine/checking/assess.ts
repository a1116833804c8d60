import type { Recipe } from '../../generators/case.ts';
import type { ActiveCheck } from '../check.ts';
import type { Purpose, Stage } from '../stage.ts';
import type { Step } from '../step.ts';
import type { Assessment } from './assessment.ts';
import { unlessAttributed } from './attribution.ts';
import { runCase, slow } from './run-case.ts';

/**
 * Exercises one case on any volume that fits, and judges its trace. A mistake must show on a
 * volume set up for the case alone, because the history of a shared volume may be the cause.
 */
async function assess(check: ActiveCheck, stage: Stage, recipe: Recipe): Promise<Assessment> {
  if (recipe.setup.exact) return unlessAttributed(check, stage, recipe, await runCase(check, stage, recipe));
  const seen = await runCase(check, stage, recipe);
  if (seen.kind !== 'complaint' && seen.kind !== 'blocked') return seen;
  if (seen.kind === 'complaint' && slow.has(seen.complaint.kind)) {
    const { history } = seen.complaint.step;
    const age = Math.min(history.length - 1, agedEnough);
    const setup = { ...recipe.setup, size: history[0] ?? recipe.setup.size };
    return unlessAttributed(check, stage, exactly({ ...recipe, setup }, Math.max(setup.grown, age)), seen, age);
  }
  const confirmed = await confirm(check, stage, recipe, seen);
  if (confirmed.kind !== 'complaint' || seen.kind !== 'complaint') return confirmed;
  return { ...confirmed, foundAfter: seen.foundAfter };
}

/** The first case, and cases being made smaller, have volumes of their own: some faults show on no other. */
export async function assessFor(
  purpose: Purpose | 'beside',
  check: ActiveCheck,
  stage: Stage,
  recipe: Recipe,
): Promise<Assessment> {
  if (purpose === 'smaller' || purpose === 'beside') return assess(check, stage, exactly(recipe));
  if (purpose === 'first' && check.budget === 'extensions') {
    const alone = await assess(check, stage, exactly(recipe));
    if (alone.kind !== 'unavailable') return alone;
  }
  return assess(check, stage, recipe);
}

/** On volumes of any history a twin can be right by luck: one that goes wrong once is wrong. */
async function unlessEverAttributed(
  check: ActiveCheck,
  stage: Stage,
  recipe: Recipe,
  seen: Assessment,
): Promise<Assessment> {
  for (let time = 1; time < 3; time += 1) {
    const attributed = await unlessAttributed(check, stage, recipe, seen);
    if (attributed.kind !== 'complaint') return attributed;
  }
  return unlessAttributed(check, stage, recipe, seen);
}

/** The recipe for a volume of exactly the history that it asks for. */
export function exactly(recipe: Recipe, grown = recipe.setup.grown): Recipe {
  return { ...recipe, setup: { ...recipe.setup, grown, exact: true } };
}

/** If a complaint took a whole time limit, its twin has no longer history than this: each request may take as long. */
const agedEnough = 2;

/** The numbers of accepted requests after which a fault may show that showed after so many: few at first, then the very number. */
function historiesFor({ history }: Step, grown: number): readonly number[] {
  const very = history.length - 1;
  return [...new Set([1, 2, very])].filter((times) => times > grown && times <= very).sort((a, b) => a - b);
}

async function confirm(check: ActiveCheck, stage: Stage, recipe: Recipe, seen: Assessment): Promise<Assessment> {
  const alone = await assess(check, stage, exactly(recipe));
  // where no volume is to be had for it alone, what was seen has to do
  if (alone.kind === 'unavailable') return unlessAttributed(check, stage, recipe, seen);
  if (alone.kind !== 'held') return alone;
  if (seen.kind === 'complaint') {
    const { step } = seen.complaint;
    const size = step.history[0] ?? recipe.setup.size;
    for (const grown of historiesFor(step, recipe.setup.grown)) {
      // as large at first, and as often extended, each job awaited
      const aged = exactly({ ...recipe, setup: { ...recipe.setup, size } }, grown);
      const older = await unlessAttributed(check, stage, aged, await runCase(check, stage, aged), grown);
      if (older.kind === 'complaint' || older.kind === 'crowded') return older;
      // with such a history the twin goes wrong as well: another requirement speaks of that
      if (older.kind === 'blocked') return alone;
      if (older.kind !== 'held') return { kind: 'unclear', reason: `${untried}: ${older.reason}` };
    }
    if (seen.complaint.kind !== 'refused') {
      // what shows on a large volume alone shows on its twin's if that is as large
      const { before } = step;
      const setup = { ...recipe.setup, size: Math.max(recipe.setup.size, before?.size ?? 0) };
      return unlessEverAttributed(check, stage, { ...recipe, setup }, seen);
    }
    stage.note(check.requirement, notShownAgain(step));
  }
  // a service may refuse to extend a volume so soon after the last time, unseen: from now on each case has its own
  stage.endReuse();
  return alone;
}

const untried = 'a valid request was refused on a volume whose history could not be repeated';

function notShownAgain({ history, exchange: { reply } }: Step): string {
  const status = reply.kind === 'answer' ? reply.status : 'nothing';
  const times = history.length === 1 ? 'never' : `${history.length - 1} times`;
  return `a valid request was answered ${status} on a volume extended ${times}, and accepted on another with the same history: not counted`;
}

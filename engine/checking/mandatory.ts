import type { Recipe } from '../../generators/case.ts';
import type { ActiveCheck, Budget } from '../check.ts';

/**
 * The smallest budget that a verdict of `pass` can rest on: with it every fault of the trials that breaks a MUST is seen
 * (docs/accuracy.md). With less, the undrawn cases are reported as `budget`.
 */
export const leastBudget: Budget = { runs: 12, extensions: 3 };

/** How many cases a check draws. */
export interface DrawExtent {
  readonly cases: number;
  /** So many of its telling cases cannot be done without. */
  readonly mandatory: number;
  /** Why the budget is too small for them; undefined where it is not. */
  readonly short: string | undefined;
}

/** The effect of a budget on a check with these telling cases. */
export function extentOf(check: ActiveCheck, budget: Budget, first: readonly Recipe[]): DrawExtent {
  const essential = essentialsOf(first);
  const mandatory = Math.max(essential, Math.min(first.length, within(check, leastBudget)));
  // without the essential set-ups no budget, however small, could end in a pass
  const cases = Math.max(within(check, budget), essential);
  return { cases, mandatory, short: cases < mandatory ? whyShort(check, budget, cases, mandatory) : undefined };
}

function within({ budget, atMost }: ActiveCheck, { runs, extensions }: Budget): number {
  const cap = budget === 'extensions' ? Math.min(runs, extensions) : runs;
  return Math.min(cap, atMost ?? cap);
}

/** As many cases as bring every essential set-up once. */
function essentialsOf(first: readonly Recipe[]): number {
  const seen = new Set<string>();
  let needed = 1;
  for (const [at, { setup }] of first.entries()) {
    const key = JSON.stringify(setup);
    if ((setup.essential || setup.oneOf !== undefined) && !seen.has(key)) needed = at + 1;
    seen.add(key);
  }
  return needed;
}

function whyShort({ budget }: ActiveCheck, { runs, extensions }: Budget, cases: number, mandatory: number): string {
  const wanted = [
    ...(runs < mandatory ? [`--runs ${mandatory}`] : []),
    ...(budget === 'extensions' && extensions < mandatory ? [`--extensions ${mandatory}`] : []),
  ];
  return `budget: ${cases} of its ${mandatory} mandatory cases were drawn; ${wanted.join(' ')} draws them all`;
}

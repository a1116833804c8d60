import fc from 'fast-check';
import type { Recipe } from '../../generators/case.ts';
import type { Cases } from '../../generators/cases.ts';

/**
 * The first recipes, then what fast-check draws, and what it shrinks to when two of three are made to fail:
 * with every one failing, shrinking would leap to the smallest and see little on its way.
 */
export function everyRecipe(cases: Cases, seed: number): readonly Recipe[] {
  const seen: Recipe[] = [...cases.first];
  fc.check(
    fc.property(cases.arbitrary, (recipe) => {
      seen.push(recipe);
    }),
    { seed, numRuns: 150 },
  );
  for (let round = 0; round < 15; round += 1) {
    let count = round;
    const doomed = fc.property(cases.arbitrary, (recipe) => {
      seen.push(recipe);
      count += 1;
      return count % 3 === 0;
    });
    fc.check(doomed, { seed: seed + round, numRuns: 20 });
  }
  return seen;
}

import type { Recipe } from '../../generators/case.ts';
import type { Examined } from './case-runner.ts';

/** Cases of a check that are under way before it comes to them. */
export interface Ahead {
  /** The result of the case at this place, from 0; the next ones are begun as well. Undefined if there is none. */
  readonly take: (place: number) => Promise<Examined> | undefined;
  /** None of them is under way any more. */
  readonly ended: () => Promise<unknown>;
}

/**
 * So many cases of one check are under way at once. Which ones have begun depends only on the results of the check so far, never
 * on the order in which they ended: a record of them is asked for the same ones in the same order.
 */
export function openAhead(
  cases: readonly Recipe[],
  atOnce: number,
  examine: (recipe: Recipe) => Promise<Examined>,
): Ahead {
  const begun: Promise<Examined>[] = [];
  return {
    take(place) {
      if (place < 0 || place >= cases.length) return undefined;
      for (const recipe of cases.slice(begun.length, place + atOnce)) begun.push(examine(recipe));
      return begun[place];
    },
    ended: () => Promise.all(begun),
  };
}

import type { ErrorName, Refusal } from '../refusal.ts';
import type { Change } from '../rules.ts';

/** One page's way of serving extensions: the same rules, in its own words and within its own bounds. */
export interface Dialect {
  /** What it answers, for a list of dialects. */
  readonly summary: string;
  /** Where a project's volumes are; each is below it by its id, and its action below that. */
  readonly path: `/${string}/:project/${string}`;
  readonly errorName: (refusal: Refusal) => ErrorName;
  readonly change: Change;
}

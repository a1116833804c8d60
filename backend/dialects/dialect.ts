import type { ErrorName, Refusal } from '../refusal.ts';
import type { Change } from '../rules.ts';

/** One page's version of the service: the same rules, with its own words and bounds. */
export interface Dialect {
  /** The dialect in a list of dialects. */
  readonly summary: string;
  /** The path of a project's volumes; each volume is below it by id, with its action below that. */
  readonly path: `/${string}/:project/${string}`;
  readonly errorName: (refusal: Refusal) => ErrorName;
  readonly change: Change;
}

import type { Spot } from '../read/page.ts';

/** One thing that a page states: a fact with the place where it stands. */
export interface PageStatement {
  /** What it is about, e.g. `response.success-status`, `request:/volume/size`. */
  readonly fact: string;
  readonly value: unknown;
  readonly at: Spot;
}

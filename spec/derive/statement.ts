import type { Spot } from '../read/page.ts';

/** One statement of a page: a fact with its place. */
export interface PageStatement {
  /** Its subject, e.g. `response.success-status`, `request:/volume/size`. */
  readonly fact: string;
  readonly value: unknown;
  readonly at: Spot;
}

import type { Spot } from '../read/page.ts';
import type { FactId, FactValues } from './facts.ts';

/** A fact, or part of one, as it was found in one place of the page. */
interface FindingOf<K extends FactId> {
  readonly fact: K;
  readonly value: Partial<FactValues[K]>;
  readonly at: Spot;
}

export type PageFinding = { readonly [K in FactId]: FindingOf<K> }[FactId];

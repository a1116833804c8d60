import type { Recipe } from '../generators/case.ts';
import type { Step } from './step.ts';

/** A mistake in one step, in the suite's one grammar. */
export interface Complaint {
  /** The kind of the mistake: shrinking keeps to the kind that it started from. */
  readonly kind: string;
  readonly text: string;
  readonly step: Step;
  /** Other requests without which it would not be wrong. */
  readonly beside?: readonly Step[];
}

/** The case's twin, which must behave before the case may be blamed: a mistake of both belongs to another requirement. */
export interface Twin {
  readonly recipe: Recipe;
  /**
   * The right answer to the twin. `exact`: accepted, and the volume ends at exactly the size asked for. `untouched`:
   * refused, and the volume stays as it was.
   */
  readonly expects: 'accepted' | 'exact' | 'refused' | 'untouched';
}

import type { Recipe } from '../generators/case.ts';
import type { Step } from './step.ts';

/** What is wrong, in the suite's one grammar, about one step. */
export interface Complaint {
  /** What kind of wrong it is: shrinking keeps to the kind that it started from. */
  readonly kind: string;
  readonly text: string;
  readonly step: Step;
  /** Other requests without which it would not be wrong. */
  readonly beside?: readonly Step[];
}

/** The case's twin, which must behave before the case may be blamed: what the twin gets wrong too has another name. */
export interface Twin {
  readonly recipe: Recipe;
  /**
   * What must happen to the twin. `exact`: accepted, and the volume ends at exactly the size asked for. `untouched`:
   * refused, and the volume stays as it was.
   */
  readonly expects: 'accepted' | 'exact' | 'refused' | 'untouched';
}

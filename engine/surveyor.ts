import type { Row } from '../verdicts/result.ts';
import type { Survey } from '../verdicts/survey.ts';
import type { Step } from './step.ts';

/** What of a step is looked at: a transcript has it all. */
export type Surveyed = Pick<
  Step,
  'check' | 'ordinal' | 'about' | 'case' | 'expectation' | 'outcome' | 'ending' | 'before' | 'after' | 'inScope'
>;

/** Counts where requests were accepted and refused, and keeps no step. */
export interface Surveyor {
  /** A step that is shown again, because more was seen of it, counts once, as it was shown first. */
  see(step: Surveyed): void;
  /** The counts, and what fails by them according to the rows of the run. */
  survey(rows: readonly Row[]): Survey;
}

/** Of an operation that has no pictures. */
export const noSurveyor: Surveyor = {
  see: () => {},
  survey: () => ({ sizes: [], states: [], statesLeftOut: 0 }),
};

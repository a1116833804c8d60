import type { AcceptanceMap } from '../verdicts/acceptance-map.ts';
import type { Row } from '../verdicts/result.ts';
import type { Step } from './step.ts';

/** What of a step is looked at: a transcript has it all. */
export type MappedStep = Pick<
  Step,
  'check' | 'ordinal' | 'about' | 'case' | 'expectation' | 'outcome' | 'ending' | 'before' | 'after' | 'inScope'
>;

/** Counts where requests were accepted and refused, and keeps no step. */
export interface AcceptanceMapper {
  /** A step that is shown again, because more was seen of it, counts once, as it was shown first. */
  see(step: MappedStep): void;
  /** The counts, and what fails by them according to the rows of the run. */
  map(rows: readonly Row[]): AcceptanceMap;
}

/** Of an operation that has no pictures. */
export const noSurveyor: AcceptanceMapper = {
  see: () => {},
  map: () => ({ sizes: [], states: [], statesLeftOut: 0 }),
};

import type { RequirementId } from '../spec/requirements.ts';
import type { AcceptanceMap } from '../verdicts/acceptance-map.ts';
import type { Step } from './step.ts';

/** The fields of a step that count here; a transcript has all of them. */
export type MappedStep = Pick<
  Step,
  | 'check'
  | 'ordinal'
  | 'about'
  | 'recipe'
  | 'case'
  | 'asked'
  | 'expectation'
  | 'outcome'
  | 'ending'
  | 'before'
  | 'after'
  | 'inScope'
>;

/** A requirement that fails by the rows of a run, and the request that shows it. */
export interface MappedFailure {
  readonly id: RequirementId;
  readonly step: MappedStep;
}

/** Counts where requests were accepted and refused, and keeps no step. */
export interface AcceptanceMapper {
  /** A step that is shown again, because more was seen of it, counts once, as it was shown first. */
  see(step: MappedStep): void;
  /** The counts, and the rows that fail by them. */
  map(failures: readonly MappedFailure[]): AcceptanceMap;
}

/** Of an operation that has no pictures. */
export const noPictures: AcceptanceMapper = {
  see: () => {},
  map: () => ({ sizes: [], states: [], statesLeftOut: 0 }),
};

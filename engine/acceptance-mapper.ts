import type { RequirementId } from '../spec/requirements.ts';
import type { AcceptanceMap } from '../verdicts/acceptance-map.ts';
import type { Step } from './step.ts';

/** What of a step is looked at: a transcript has it all. */
export type MappedStep = Pick<
  Step,
  | 'check'
  | 'ordinal'
  | 'about'
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
  readonly step: Pick<MappedStep, 'case' | 'asked'>;
}

/** Counts where requests were accepted and refused, and keeps no step. */
export interface AcceptanceMapper {
  /** A step that is shown again, because more was seen of it, counts once, as it was shown first. */
  see(step: MappedStep): void;
  /** The counts, and what of this fails by them. */
  map(failures: readonly MappedFailure[]): AcceptanceMap;
}

/** Of an operation that has no pictures. */
export const noPictures: AcceptanceMapper = {
  see: () => {},
  map: () => ({ sizes: [], states: [], statesLeftOut: 0 }),
};

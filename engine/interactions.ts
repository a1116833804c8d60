import type { Recipe } from '../generators/case.ts';
import type { Room } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { Budget } from './check.ts';

/** The source of the cases of a run. */
export interface RunDrawing {
  readonly contract: Contract;
  readonly room: Room;
  readonly budget: Budget;
  /** The run's. */
  readonly seed: number;
}

/** Telling cases of checks, by their requirements. */
export type CasesByCheck = ReadonlyMap<RequirementId, readonly Recipe[]>;

/** Cases of a run that no check sends by itself, because they lie between checks. */
export interface Interactions {
  /**
   * By check; `own`: the cases that the checks send anyway. The same input gives the same cases. Drawing takes a while, so it
   * comes in pieces: other work may be done between two of them.
   */
  readonly cases: (drawing: RunDrawing, own: CasesByCheck) => Generator<void, CasesByCheck>;
}

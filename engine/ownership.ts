import type { AskedRequest, Case, Recipe } from '../generators/case.ts';
import type { Room } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { Effect, SeenState } from './effect.ts';
import type { BrokenRequirements, Step } from './step.ts';

/** The requirements that the engine itself has something to say of; what an operation has none for is said of nobody. */
export interface Roles {
  /** The smoke test: where it does not pass, nothing does. */
  readonly smokeTest: RequirementId;
  /** Runs first and alone: no other resource changes. */
  readonly others: RequirementId;
  /** What is refused changes nothing. */
  readonly refusal: RequirementId;
  /** What an accepted request leaves as it was. */
  readonly kept: RequirementId;
  /** An accepted request that is sent again is refused: by that it is told from one without effect where nothing can be read. */
  readonly repetition: RequirementId;
  /** A client's mistake is not answered by a server error. */
  readonly clientError: RequirementId;
  /** Answers name their job. */
  readonly jobId: RequirementId;
  /** A job tells the truth. */
  readonly job: RequirementId;
  /** Requests beside others of the run. */
  readonly sideBySide: RequirementId;
  /** Two requests at once; undefined where no check sends them. */
  readonly simultaneous: RequirementId | undefined;
  /** Is told that volumes are not replaced, so that not every request could be sent; undefined where that makes no difference. */
  readonly unreplaced: RequirementId | undefined;
}

/** Whose requirement is whose: what an operation tells the engine where something went wrong beside a check's own cases. */
export interface Ownership {
  readonly roles: Roles;
  /** The requirements by which a valid request has to be accepted, the most telling first. */
  readonly owner: (recipe: AskedRequest, room: Room) => BrokenRequirements;
  /** The requirements of which one is broken where a valid request was refused of which only the case is known, and the text of what it asks for. */
  readonly owners: (asked: Case, text: string) => readonly RequirementId[];
  /** The requirements that are broken where an accepted request has not the effect that it asks for. */
  readonly missing: (step?: Step) => BrokenRequirements;
  readonly effect: Effect;
  /**
   * The plain valid request to a fixture as it is `now`: a refusal does not count unless the same fixture accepted this, and it
   * took effect.
   */
  readonly control: (contract: Contract, now: SeenState, room: Room) => Pick<Recipe, 'body' | 'size'>;
  /** Beginnings of requirement ids: whose cases differ from their twins in least comes first, where a valid request went wrong. */
  readonly narrowest: readonly string[];
  /** Whose case a request was that has no recipe: it only prepared one. */
  readonly prepares: (step: Step) => RequirementId;
}

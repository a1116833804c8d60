import type { AskedRequest, Case, Recipe } from '../generators/case.ts';
import type { Room } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { Effect, SeenState } from './effect.ts';
import type { BrokenRequirements, Step } from './step.ts';

/** The requirements to which the engine itself assigns findings; without one, the finding is dropped. */
export interface Roles {
  /** The smoke test: where it does not pass, nothing does. */
  readonly smokeTest: RequirementId;
  /** Runs first and alone: no other resource changes. */
  readonly others: RequirementId;
  /** A refusal changes nothing. */
  readonly refusal: RequirementId;
  /** The attributes that an accepted request leaves unchanged. */
  readonly kept: RequirementId;
  /** A repeated request is refused after an acceptance: without look-ups, this shows that the acceptance had an effect. */
  readonly repetition: RequirementId;
  /** A client's mistake is not answered by a server error. */
  readonly clientError: RequirementId;
  /** Answers name their job. */
  readonly jobId: RequirementId;
  /** A job tells the truth. */
  readonly job: RequirementId;
  /** Requests in parallel with others of the run. */
  readonly sideBySide: RequirementId;
  /** Two requests at once; undefined where no check sends them. */
  readonly simultaneous: RequirementId | undefined;
  /** Gets the note that volumes are not replaced, so not every request could be sent; undefined if that makes no difference. */
  readonly unreplaced: RequirementId | undefined;
}

/**
 * The request whose effect is watched for longer than others, and the requirement that it has to last. It is sent where a
 * volume was seen to change, and an earlier request to it may be why.
 */
interface Lasting {
  readonly requirement: RequirementId;
  readonly recipe: (contract: Contract, room: Room) => Recipe;
  readonly isOf: (recipe: Recipe) => boolean;
}

/** The owner of each failure: an operation tells the engine which requirement is to blame for failures outside a check's own cases. */
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
  /**
   * The valid request that gives a fixture a history before a case; `earlier`: the number of such requests before it. Absent: it
   * is always the control.
   */
  readonly history?: (contract: Contract, now: SeenState, room: Room, earlier: number) => Pick<Recipe, 'body' | 'size'>;
  /** How it is tried whether effects last; absent where nothing is left that could change. */
  readonly lasting?: Lasting;
  /** Beginnings of requirement ids, for a failing valid request: the requirement whose cases differ least from their twins comes first. */
  readonly narrowest: readonly string[];
  /** The requirement of a request without a recipe: it only prepared a case. */
  readonly prepares: (step: Step) => RequirementId;
}

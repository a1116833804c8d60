import type { Recipe } from '../generators/case.ts';
import type { Cases } from '../generators/cases.ts';
import type { Room } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { Complaint, Twin } from './complaint.ts';
import type { Fixtures } from './fixtures/fixtures.ts';
import type { Step, Trace } from './step.ts';

/** An answer right or wrong by a requirement, run by our own tests and shown in the catalogue. */
export interface Example {
  readonly title: string;
  readonly trace: Trace;
}

/** What every check says of itself. */
interface Common {
  /** A typo does not compile; level, statement and facts are joined by it. */
  readonly requirement: RequirementId;
  /** A bare verb phrase of at most 70 characters, unique. */
  readonly title: string;
  /** Pure. An exception can only mean that we are broken. */
  readonly judge: (trace: Trace, contract: Contract) => Complaint | undefined;
  readonly examples: { readonly conforms: readonly Example[]; readonly violates: readonly Example[] };
}

/** How much a run may spend on each check. */
export interface Budget {
  /** Cases. */
  readonly runs: number;
  /** Accepted extensions. */
  readonly extensions: number;
}

/** A check with requests of its own. */
export interface ActiveCheck extends Common {
  readonly kind: 'active';
  readonly needs?: {
    /** What has to be read back; without it the row is inconclusive. */
    readonly observe?: 'volume' | 'job';
    /** The target uses tokens; else the row does not apply. */
    readonly token?: boolean;
    /** The target's room reaches the page's maximum; else the row is inconclusive. */
    readonly fullRoom?: boolean;
  };
  /** Judges these steps of all other checks as well: what is wrong anywhere must not depend on who asked. */
  readonly appliesTo?: (step: Step, contract: Contract) => boolean;
  /** It judges the body of refusals, so that one that cannot be read tells nothing. */
  readonly reads?: 'refusal';
  /** Which budget its cases draw on: accepted extensions cost a volume or a step of growth, refusals cost nothing. */
  readonly budget: 'extensions' | 'refusals';
  /** What it complains of can take a whole time limit to show: it starts first, so that all such limits pass at once. */
  readonly waits?: true;
  /** Fewer cases than the budget where more cannot tell more. */
  readonly atMost?: number;
  readonly cases: (contract: Contract, room: Room, budget: Budget) => Cases;
  readonly exercise: (fixtures: Fixtures, recipe: Recipe) => Promise<Trace>;
  /** The requirement to which a step that went wrong belongs, where it is not this one: the case says nothing here. */
  readonly yieldsTo?: (step: Step) => RequirementId | undefined;
  readonly twin?: (recipe: Recipe, complaint: Complaint, contract: Contract, room: Room) => Twin | undefined;
}

/** A check of all answers of the run, whoever asked for them. */
export interface PassiveCheck extends Common {
  readonly kind: 'passive';
  readonly appliesTo: (step: Step, contract: Contract) => boolean;
  /** The checks that have to run for it to see something of every clause. */
  readonly dependsOn: readonly RequirementId[];
  readonly needs?: { readonly observe?: 'volume' | 'job' };
}

export type Check = ActiveCheck | PassiveCheck;

/** Declares a check with requests of its own. */
export function defineCheck(check: Omit<ActiveCheck, 'kind'>): ActiveCheck {
  return { kind: 'active', ...check };
}

/** Declares a check of all answers of the run. */
export function definePassiveCheck(check: Omit<PassiveCheck, 'kind'>): PassiveCheck {
  return { kind: 'passive', ...check };
}

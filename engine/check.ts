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

/** The declaration that all checks share. */
interface Common {
  /** A typo does not compile; level, statement and facts are joined by it. */
  readonly requirement: RequirementId;
  /** A bare verb phrase of at most 70 characters, unique. */
  readonly title: string;
  /** Pure. An exception can only mean that we are broken. */
  readonly judge: (trace: Trace, contract: Contract) => Complaint | undefined;
  readonly examples: { readonly conforms: readonly Example[]; readonly violates: readonly Example[] };
  /** What no two requests of a run may have in common; it is looked for in all of them. */
  readonly unique?: Uniqueness;
}

/** Something that each request has to have for itself, such as the id of its job. */
export interface Uniqueness {
  /** Undefined where a request has none. */
  readonly keyOf: (step: Step, contract: Contract) => string | undefined;
  /** What is said of the later one of two that have the same; undefined where they may. */
  readonly judge: (earlier: Step, step: Step, contract: Contract) => Complaint | undefined;
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
    /** The resource that has to be readable; otherwise the row is inconclusive. */
    readonly observe?: 'volume' | 'job';
    /** The target uses tokens; otherwise the row does not apply. */
    readonly token?: boolean;
    /** The target's room reaches the page's maximum; otherwise the row is inconclusive. */
    readonly fullRoom?: boolean;
  };
  /** Judges these steps of all other checks as well: a mistake counts, no matter which check sent the request. */
  readonly appliesTo?: (step: Step, contract: Contract) => boolean;
  /** It judges the body of refusals, so that one that cannot be read tells nothing. */
  readonly reads?: 'refusal';
  /** Which budget its cases draw on: accepted extensions cost a volume or a step of growth, refusals cost nothing. */
  readonly budget: 'extensions' | 'refusals';
  /** Its complaints can take a whole time limit to show: it starts first, so that all such limits pass at once. */
  readonly waits?: true;
  /** Fewer cases than the budget where more cannot tell more. */
  readonly atMost?: number;
  readonly cases: (contract: Contract, room: Room, budget: Budget) => Cases;
  /** Whether a case departs from the documented request by its body or its headers, which its method and URL do not show. */
  readonly departs?: (recipe: Recipe, contract: Contract) => boolean;
  readonly exercise: (fixtures: Fixtures, recipe: Recipe) => Promise<Trace>;
  /** The requirement to which a step that went wrong belongs, where it is not this one: the case says nothing here. */
  readonly yieldsTo?: (step: Step) => RequirementId | undefined;
  readonly twin?: (recipe: Recipe, complaint: Complaint, contract: Contract, room: Room) => Twin | undefined;
}

/** A check of all answers of the run, no matter which check sent the request. */
export interface PassiveCheck extends Common {
  readonly kind: 'passive';
  readonly appliesTo: (step: Step, contract: Contract) => boolean;
  /** The checks that have to run for it to see something of every clause. */
  readonly dependsOn: readonly RequirementId[];
  readonly needs?: Pick<NonNullable<ActiveCheck['needs']>, 'observe' | 'token'>;
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

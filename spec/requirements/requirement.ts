/** MUST decides the class; SHOULD is listed; advisory is observed and never scored. */
export type Level = 'MUST' | 'SHOULD' | 'advisory';

/** Parts that a contract may have or lack, besides clauses. */
export type ContractPart = 'truncation' | 'growth' | 'optional' | 'job' | 'status' | 'envelope';

/**
 * A statement that is certified. Statements are templates over the contract (`statement.ts` fills them): no bound, set
 * or name of a page stands in one. `Id`: the ids of its register.
 */
export interface Requirement<Id extends string = string> {
  readonly level: Level;
  /** A bare verb phrase with `{placeholders}`, so that a report can print `MUST refuse …`. */
  readonly statement: string;
  /** The facts of the page on which it rests, the most telling first; empty if only custom supports it. */
  readonly facts: readonly string[];
  /**
   * The parts that a contract needs for it to apply. `clauses`: a clause that names it; the id of another requirement:
   * a clause that names that one. Only the contract assigns clauses to requirements.
   */
  readonly rests?: readonly (ContractPart | 'clauses' | Id)[];
  /** Few pages have the parts on which it rests: reports on other pages do not list it. */
  readonly listed?: 'where stated';
}

/** Declares the requirements of an operation, in the order of the report. A wrong name in `rests` does not compile. */
export function declareRequirements<const R extends Readonly<Record<keyof R, Requirement<keyof R & string>>>>(
  own: R,
): R {
  return own;
}

/**
 * A statement of the page that no check certifies, with the reason: it stands in every report, outside the denominator.
 */
export interface Untested {
  readonly statement: string;
  readonly facts: readonly string[];
  readonly reason: string;
}

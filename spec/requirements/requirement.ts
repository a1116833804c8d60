/** MUST decides the class; SHOULD is listed; advisory is observed and never scored. */
export type Level = 'MUST' | 'SHOULD' | 'advisory';

/** What a contract may have or lack beside clauses. */
export type ContractPart = 'truncation' | 'growth' | 'optional' | 'job' | 'status' | 'envelope';

/**
 * What is certified. Statements are templates over the contract (`statement.ts` fills them): no bound, set or name of a page
 * stands in one. `Id`: the ids of its register.
 */
export interface Requirement<Id extends string = string> {
  readonly level: Level;
  /** A bare verb phrase with `{placeholders}`, so that a report can print `MUST refuse …`. */
  readonly statement: string;
  /** The facts of the page it rests on, most telling first; empty where only custom supports it. */
  readonly facts: readonly string[];
  /**
   * What the contract must have for it to apply. `clauses`: one that names it; the id of another requirement: one that names
   * that. Which clause is whose, the contract alone says.
   */
  readonly rests?: readonly (ContractPart | 'clauses' | Id)[];
  /** Few pages have what it rests on: the report on another one does not list it. */
  readonly listed?: 'where stated';
}

/** Declares the requirements of an operation, in the order of the report. A wrong name in `rests` does not compile. */
export function declareRequirements<const R extends Readonly<Record<keyof R, Requirement<keyof R & string>>>>(
  own: R,
): R {
  return own;
}

/** What the page states and no check certifies, with the reason: it stands in every report, outside the denominator. */
export interface Untested {
  readonly statement: string;
  readonly facts: readonly string[];
  readonly reason: string;
}

/** MUST decides the class; SHOULD is listed; advisory is observed and never scored. */
export type Level = 'MUST' | 'SHOULD' | 'advisory';

/**
 * What is certified. Statements are templates over the contract (`statement.ts` fills them): no bound, set or name of a page
 * stands in one.
 */
export interface Requirement {
  readonly level: Level;
  /** A bare verb phrase with `{placeholders}`, so that a report can print `MUST refuse …`. */
  readonly statement: string;
  /** The facts of the page it rests on, most telling first; empty where only custom supports it. */
  readonly facts: readonly string[];
  /** Parts of the contract without which it does not apply: clause ids, `truncation`, `job`, `status` or `envelope`. */
  readonly rests?: readonly string[];
}

/** What the page states and no check certifies, with the reason: it stands in every report, outside the denominator. */
export interface Untested {
  readonly statement: string;
  readonly facts: readonly string[];
  readonly reason: string;
}

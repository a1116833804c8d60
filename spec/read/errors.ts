/** The place of an error on a page; lines count from 1. */
export interface At {
  readonly file: string;
  readonly line: number;
}

/**
 * A page cannot be derived: `FILE:LINE: what is wrong; what to do about it`. Every error of `derive` is one of its
 * subclasses, one for each kind of cause.
 */
export abstract class DeriveError extends Error {
  readonly file: string;
  readonly line: number;

  constructor(at: At, problem: string, remedy: string, cause?: unknown) {
    super(`${at.file}:${at.line}: ${problem}; ${remedy}`, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.file = at.file;
    this.line = at.line;
  }
}

/** The text is not the page of an operation, or cannot be read safely. */
export class PageError extends DeriveError {}

/**
 * The text has no part of an operation's page: it is an index, or a history of changes. In a folder it is passed over.
 */
export class NoOperationError extends PageError {}

/** A section, or a required part of it, is missing or present twice. */
export class SectionError extends DeriveError {}

/** A table is broken: a row with missing cells, a missing or unknown column. */
export class TableError extends DeriveError {}

/** Two places of the page contradict each other, or one contradicts itself. */
export class ContradictionError extends DeriveError {}

/** The page is clear, but states something that a contract cannot hold yet. */
export class UnsupportedError extends DeriveError {}

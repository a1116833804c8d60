import type { FieldContext } from './field.ts';
import type { ClauseSubject } from './subject.ts';

/** Our own words for statements without a keyword of JSON Schema. */
type OwnWord = 'required' | 'nullable' | 'truncates' | 'above' | 'from' | 'reading';

/** One statement of a clause. `on` is the field, or the keys or values of an object with open keys. */
export interface SaidKeyword {
  readonly on: 'field' | 'keys' | 'values';
  readonly keyword: string | OwnWord;
  readonly value: unknown;
  /** The case that the clause itself names, e.g. `system disk`. */
  readonly when?: string;
}

/** The context that a reader of clauses gets. */
export interface Around {
  readonly field: FieldContext;
  /** Whether the clause is the first of the cell, which defines the field. */
  readonly isHead: boolean;
  /** Whether the clause stands in brackets. */
  readonly isAside: boolean;
  /** The meaning of a noun in this cell; null: another thing than the field. */
  readonly subject: (text: string | undefined) => ClauseSubject | null;
  /** The value of a text as JSON of the field's type; undefined if it has none. */
  readonly json: (text: string) => unknown;
}

type ClauseGroups = Readonly<Record<string, string | undefined>>;

/** One way to express one kind of statement. `read` gives undefined if the words turn out to say something else. */
export interface ClauseReader {
  readonly pattern: RegExp;
  readonly read: (groups: ClauseGroups, around: Around) => readonly SaidKeyword[] | undefined;
}

import type { FieldContext } from './field.ts';
import type { ClauseSubject } from './subject.ts';

/** Words of ours that are no keyword of JSON Schema: what a clause can say besides. */
type OwnWord = 'required' | 'nullable' | 'truncates' | 'above' | 'from' | 'reading';

/** One thing that a clause says. `on` is the field, or the keys or values of an object with open keys. */
export interface SaidKeyword {
  readonly on: 'field' | 'keys' | 'values';
  readonly keyword: string | OwnWord;
  readonly value: unknown;
  /** The case that the clause itself names, e.g. `system disk`. */
  readonly when?: string;
}

/** What a reader of clauses can ask. */
export interface Around {
  readonly field: FieldContext;
  /** The clause is the first of the cell: it says what the field is. */
  readonly isHead: boolean;
  /** The clause stands in brackets. */
  readonly isAside: boolean;
  /** What a noun is here; null: another thing than the field. */
  readonly subject: (text: string | undefined) => ClauseSubject | null;
  /** The value of a text as JSON of the field's type; undefined: it has none. */
  readonly json: (text: string) => unknown;
}

type ClauseGroups = Readonly<Record<string, string | undefined>>;

/** One way of saying one kind of thing. `read` gives undefined where the words do not say it after all. */
export interface ClauseReader {
  readonly pattern: RegExp;
  readonly read: (groups: ClauseGroups, around: Around) => readonly SaidKeyword[] | undefined;
}

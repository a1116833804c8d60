import type { Language } from './language.ts';
import type { PagePlace } from './vocabulary.ts';

/** A place on the page from which a fact can be read. Lines count from 1; the anchor is the page's own id. */
export interface Spot {
  readonly heading: string;
  readonly line: number;
  readonly anchor: string | null;
  /** Normalised text. */
  readonly text: string;
}

/** One row of a parameter table. */
export interface ParameterRow extends Spot {
  readonly place: PagePlace;
  readonly name: string;
  /** In the page's spelling; null if the table has no such column. */
  readonly type: string | null;
  readonly mandatory: boolean | null;
  /** Anchors of this page to which its cells link. */
  readonly links: readonly string[];
  /** The sentences of its description, in order. */
  readonly sentences: readonly Sentence[];
}

/** A parameter table, with the text that introduces it. */
export interface ParameterTable {
  readonly line: number;
  /** The nearest text above it in its own part of the page; empty if there is none. */
  readonly label: string;
  /** The anchors by which a row can link to it: its own ids, and those of its label. */
  readonly anchors: readonly string[];
  readonly rows: readonly ParameterRow[];
}

/** One sentence of the page's prose, including prose in cells of tables. */
export interface Sentence extends Spot {
  readonly place: PagePlace;
  /** First line of the note that the sentence stands in. */
  readonly noteLine: number | null;
  /** The sentence that introduces this sentence's list. */
  readonly parent: Sentence | null;
  readonly row: ParameterRow | null;
}

/** A block of code that is meant as JSON. */
export interface Code extends Spot {
  /** The text, unchanged. */
  readonly source: string;
}

export interface Section extends Spot {
  readonly place: PagePlace;
  readonly sentences: readonly Sentence[];
  /** In the order of the page; only in sections that list parameters. */
  readonly tables: readonly ParameterTable[];
  readonly codes: readonly Code[];
}

export interface Page {
  readonly name: string;
  readonly language: Language;
  readonly sections: readonly Section[];
}

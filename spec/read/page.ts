import type { Language } from './language.ts';
import type { PagePlace } from './vocabulary.ts';

/** Anything on the page that a fact can be read from. Lines count from 1; the anchor is the page's own id. */
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
  /** As the page writes it; null where the table has no such column. */
  readonly type: string | null;
  readonly mandatory: boolean | null;
  /** Anchors of this page that its cells link to. */
  readonly links: readonly string[];
  /** Of its description, in order. */
  readonly sentences: readonly Sentence[];
}

/** A parameter table, with what introduces it. */
export interface ParameterTable {
  readonly line: number;
  /** The nearest text above it in its own part of the page; empty where there is none. */
  readonly label: string;
  /** By which a row can link to it: its own ids, and those of its label. */
  readonly anchors: readonly string[];
  readonly rows: readonly ParameterRow[];
}

/** One sentence of the page's prose, cells of tables included. */
export interface Sentence extends Spot {
  readonly place: PagePlace;
  /** First line of the note that the sentence stands in. */
  readonly noteLine: number | null;
  /** The sentence that introduces the list in which this one is an item. */
  readonly parent: Sentence | null;
  readonly row: ParameterRow | null;
}

/** A block of code that is meant as JSON. */
export interface Code extends Spot {
  /** The text as it stands. */
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

import type { Element, ElementContent } from 'hast';
import type { SourceLine } from './lines.ts';

/** The context of a block that is read. */
export interface BlockScope {
  /** The page's name in messages. */
  readonly file: string;
  /** Whether headings may stand here: only at the top level of a page. */
  readonly top: boolean;
  /** Kinds of underlines, in the order of their first use on the page: the first one marks `h1`. */
  readonly headings: string[];
  /** Reads lines inside the block as blocks, one level deeper. */
  readonly nested: (lines: readonly SourceLine[]) => readonly ElementContent[];
}

/** The result of reading the lines from `start` up to, but not including, `next`. */
export interface BlockRead {
  readonly elements: readonly Element[];
  readonly next: number;
  /** A label, which links use for the next element. */
  readonly label?: string;
}

/** Reads a block of one kind; undefined if the line at `start`, which is never blank, begins another kind. */
export type BlockReader = (lines: readonly SourceLine[], start: number, scope: BlockScope) => BlockRead | undefined;

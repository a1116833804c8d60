import type { Element, ElementContent } from 'hast';
import type { SourceLine } from './lines.ts';

/** What surrounds a block while it is read. */
export interface BlockScope {
  /** What messages call the page. */
  readonly file: string;
  /** Whether headings may stand here: they do at the top level of a page only. */
  readonly top: boolean;
  /** Kinds of underlines, in the order in which the page uses them: the first is that of `h1`. */
  readonly headings: string[];
  /** Reads lines that stand inside the block as blocks, one level deeper. */
  readonly nested: (lines: readonly SourceLine[]) => readonly ElementContent[];
}

/** What a reader made of the lines from `start` up to, not including, `next`. */
export interface BlockRead {
  readonly elements: readonly Element[];
  readonly next: number;
  /** A label, by which links know whatever element follows. */
  readonly label?: string;
}

/** Reads a block of one kind; undefined where the line at `start`, never a blank one, begins another kind. */
export type BlockReader = (lines: readonly SourceLine[], start: number, scope: BlockScope) => BlockRead | undefined;

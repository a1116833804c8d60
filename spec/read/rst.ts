import type { Root } from 'hast';
import { readBlocks } from './rst/blocks.ts';
import { linesOf } from './rst/lines.ts';

/**
 * A reStructuredText page as the tree of HTML elements that a Markdown page becomes; every line is a line of `text`.
 * A label is the id of the element that follows it. Fields at the head of the page, comments and images are dropped.
 *
 * @throws TableError for a table that is broken or ends in the middle
 * @throws PageError when blocks are nested too deeply
 */
export function parseRst(text: string, name: string): Root {
  return { type: 'root', children: [...readBlocks(linesOf(text.replace(/^\uFEFF/, '')), name)] };
}

import type { Root } from 'hast';
import { readBlocks } from './rst/blocks.ts';
import { linesOf } from './rst/lines.ts';

/**
 * A reStructuredText page as the same tree of HTML elements as a Markdown page; every line is a line of `text`. A label
 * becomes the id of the next element. Fields at the head of the page, comments and images are dropped.
 *
 * @throws TableError for a table that is broken or ends in the middle
 * @throws PageError if blocks are nested too deeply
 */
export function parseRst(text: string, name: string): Root {
  return { type: 'root', children: [...readBlocks(linesOf(text.replace(/^\uFEFF/, '')), name)] };
}

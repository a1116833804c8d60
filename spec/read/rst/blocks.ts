import type { Element, ElementContent } from 'hast';
import { PageError } from '../errors.ts';
import type { BlockReader, BlockScope } from './block.ts';
import { readComment, readDirective, readDropped, readLabel } from './explicit.ts';
import { readGridTable } from './grid-table.ts';
import { readHeading } from './heading.ts';
import type { SourceLine } from './lines.ts';
import { skipBlank } from './lines.ts';
import { readDefinition, readList } from './lists.ts';
import { element, separator } from './nodes.ts';
import { readDocumentFields, readIndented, readParagraph } from './paragraphs.ts';
import { readSimpleTable } from './simple-table.ts';

/** The deepest nesting of blocks. The deepest known page has 5. */
const MAX_DEPTH = 50;

/** The first reader that knows a line reads it; the last one knows every line. */
const READERS: readonly BlockReader[] = [
  readIndented,
  readList,
  readDocumentFields,
  readGridTable,
  readSimpleTable,
  readLabel,
  readDropped,
  readDirective,
  readComment,
  readHeading,
  readDefinition,
  readParagraph,
];

const LISTS: readonly string[] = ['ul', 'ol', 'dl'];

/**
 * Reads the lines of a page as HTML elements, in time linear in their length.
 *
 * @throws TableError for a table that is broken or ends in the middle
 * @throws PageError if blocks are nested too deeply
 */
export function readBlocks(lines: readonly SourceLine[], file: string): readonly ElementContent[] {
  return readLevel(lines, file, 0);
}

function readLevel(lines: readonly SourceLine[], file: string, depth: number): readonly ElementContent[] {
  if (depth > MAX_DEPTH) {
    throw new PageError({ file, line: lines[0]?.number ?? 1 }, 'the page is nested too deeply', 'flatten it');
  }
  const nested = (inner: readonly SourceLine[]) => readLevel(inner, file, depth + 1);
  const scope: BlockScope = { file, top: depth === 0, headings: [], nested };
  const blocks: ElementContent[] = [];
  let labels: string[] = [];
  for (let at = skipBlank(lines, 0); at < lines.length; ) {
    const { elements, next, label } = readBlock(lines, at, scope);
    if (label !== undefined) labels.push(label);
    const [first] = elements;
    if (first !== undefined) {
      for (const name of labels) attach(name, first);
      labels = [];
    }
    for (const each of elements) blocks.push(...(blocks.length === 0 ? [each] : [separator(), each]));
    at = skipBlank(lines, next);
  }
  return blocks;
}

function readBlock(lines: readonly SourceLine[], start: number, scope: BlockScope) {
  for (const read of READERS) {
    const block = read(lines, start, scope);
    if (block !== undefined) return block;
  }
  throw new Error(`no reader knows line ${lines[start]?.number}`);
}

/** Makes a label the id of the element, or of a list's first item; further labels become anchors inside. */
function attach(label: string, block: Element): void {
  const [item] = LISTS.includes(block.tagName) ? block.children : [];
  const target = item?.type === 'element' ? item : block;
  if (target.properties.id === undefined) target.properties.id = label;
  else target.children.unshift(element('a', target.position?.start.line ?? 1, [], { id: label }));
}

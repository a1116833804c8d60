import type { Element } from 'hast';
import { TableError } from '../errors.ts';
import type { BlockRead, BlockScope } from './block.ts';
import { dedent, isBlank, type SourceLine } from './lines.ts';
import { element } from './nodes.ts';

/** A cell of a drawn table, with its lines. */
export interface DrawnCell {
  readonly lines: readonly SourceLine[];
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface DrawnRow {
  /** The line of the page on which its text begins. */
  readonly line: number;
  readonly cells: readonly DrawnCell[];
}

/** An error at a line of a drawn table. */
export function tableFault({ file }: BlockScope, line: number, problem: string): TableError {
  const remedy =
    'draw the table anew: rows as wide as their border, one more below the last of them, then a blank line';
  return new TableError({ file, line }, problem, remedy);
}

/**
 * The rows of a table that ends before line `next`; the first `heads` of them are its head.
 *
 * @throws TableError if nothing stands below the head, or the rest of a row below the table
 */
export function tableRead(
  lines: readonly SourceLine[],
  start: number,
  next: number,
  rows: readonly DrawnRow[],
  heads: number,
  scope: BlockScope,
): BlockRead {
  const line = lines[start]?.number ?? 1;
  const below = lines[next];
  if (rows.length === heads) throw tableFault(scope, line, 'the table has no rows');
  if (below !== undefined && !isBlank(below)) throw tableFault(scope, below.number, 'text directly below a table');
  const head = rows.slice(0, heads).map((row) => rowTree(row, 'th', scope));
  const body = rows.slice(heads).map((row) => rowTree(row, 'td', scope));
  const table = element('table', line, [
    ...(head.length === 0 ? [] : [element('thead', rows[0]?.line ?? line, head)]),
    element('tbody', rows[heads]?.line ?? line, body),
  ]);
  return { elements: [table], next };
}

function rowTree({ line, cells }: DrawnRow, tagName: 'th' | 'td', { nested }: BlockScope): Element {
  const trees = cells.map(({ lines, colSpan, rowSpan }) =>
    element(tagName, lines[0]?.number ?? line, nested(dedent(lines.map(unpad))), {
      ...(colSpan === 1 ? {} : { colSpan }),
      ...(rowSpan === 1 ? {} : { rowSpan }),
    }),
  );
  return element('tr', line, trees);
}

/** Fills the second column of wide characters; no page contains it. */
const FILLER = '\0';
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]/g;

/** The line with one character for each column: in drawn tables, wide characters take two. */
export function pad({ text, number }: SourceLine): SourceLine {
  return { text: text.replace(WIDE, `$&${FILLER}`), number };
}

function unpad({ text, number }: SourceLine): SourceLine {
  return { text: text.replaceAll(FILLER, '').trimEnd(), number };
}

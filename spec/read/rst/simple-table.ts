import type { BlockReader, BlockScope } from './block.ts';
import { isBlank, type SourceLine } from './lines.ts';
import { type DrawnCell, type DrawnRow, pad, tableFault, tableRead } from './table-tree.ts';

const TOP = /^=+(?: +=+)+$/;
const BORDER = /^=[= ]*$/;
const SPANS = /^-[- ]*$/;

/** First column, and the column after the last one; the last column of a table has no end. */
type Extent = readonly [from: number, to: number];

/** Far more columns than on any page: short lines below thousands of columns would make millions of cells. */
const MAX_COLUMNS = 50;

/**
 * A table whose columns are drawn by borders of `=` alone. A row begins with text in its first column.
 *
 * @throws TableError if a border is missing or differs, or a text does not keep to its column
 */
export const readSimpleTable: BlockReader = (lines, start, scope) => {
  const top = lines[start];
  if (top === undefined || !TOP.test(top.text)) return undefined;
  const borders = bordersBelow(lines, start, scope);
  const end = borders.at(-1) ?? start;
  const columns = extentsOf(top.text);
  if (columns.length > MAX_COLUMNS) throw tableFault(scope, top.number, 'the table is too wide');
  const rows: DrawnRow[] = [];
  let heads = 0;
  let open: SourceLine[] = [];
  const close = (extents: readonly Extent[]): void => {
    if (open.some((line) => !isBlank(line))) rows.push(rowOf(open, extents, columns, scope));
    open = [];
  };
  for (let at = start + 1; at <= end; at += 1) {
    const line = pad(lines[at] as SourceLine);
    if (borders.includes(at)) {
      close(columns);
      if (at !== end) heads = rows.length;
    } else if (SPANS.test(line.text) && line.text.length >= (columns[0]?.[1] ?? 0)) {
      close(extentsOf(line.text));
    } else {
      if (line.text.slice(0, columns[0]?.[1]).trim() !== '') close(columns);
      open.push(line);
    }
  }
  return tableRead(lines, start, end + 1, rows, heads, scope);
};

/** The border below the head, if there is one, and the border below the last row. */
function bordersBelow(lines: readonly SourceLine[], start: number, scope: BlockScope): readonly number[] {
  const top = lines[start] as SourceLine;
  const found: number[] = [];
  for (let at = start + 1; at < lines.length; at += 1) {
    const { text, number } = lines[at] as SourceLine;
    if (!BORDER.test(text)) continue;
    if (text !== top.text) throw tableFault(scope, number, 'the border has other columns');
    found.push(at);
    if (found.length === 2 || isBlank(lines[at + 1])) return found;
  }
  throw tableFault(scope, top.number, 'the table has no end');
}

function extentsOf(border: string): readonly Extent[] {
  return [...border.matchAll(/[=-]+/g)].map(({ 0: run, index }) => [index, index + run.length]);
}

function rowOf(
  lines: readonly SourceLine[],
  extents: readonly Extent[],
  columns: readonly Extent[],
  scope: BlockScope,
): DrawnRow {
  const cells = extents.map(([from, to], index): DrawnCell => {
    const after = extents[index + 1]?.[0];
    const below = columns.filter(([start, end]) => start >= from && (after === undefined || end <= to));
    if (below.length === 0) {
      throw tableFault(scope, lines[0]?.number ?? 1, 'the row has other columns than its table');
    }
    const text = lines.map((line) => {
      if (after !== undefined && line.text.slice(to, after).trim() !== '') {
        throw tableFault(scope, line.number, 'a text does not keep to its column');
      }
      return { text: line.text.slice(from, after === undefined ? undefined : to).trimEnd(), number: line.number };
    });
    return { lines: text, colSpan: below.length, rowSpan: 1 };
  });
  return { line: lines.find((line) => !isBlank(line))?.number ?? 1, cells };
}

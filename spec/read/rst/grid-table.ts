import type { BlockReader, BlockScope } from './block.ts';
import type { SourceLine } from './lines.ts';
import { type DrawnRow, pad, tableFault, tableRead } from './table-tree.ts';

const TOP = /^\+[-=][-+=]*$/;
const BORDER = /^\+[-=+]+\+$/;
const FILLED = /^[-=+]+$/;

/** The columns between two edges, by the indices of the edges. */
interface ColumnRange {
  readonly from: number;
  readonly to: number;
}

interface GridCell extends ColumnRange {
  readonly row: number;
  readonly lines: SourceLine[];
  /** The row before which it ends, once a border has closed it. */
  end: number;
}

interface GridRow {
  readonly line: number;
  readonly cells: readonly GridCell[];
}

/**
 * A table drawn with `+`, `-` and `|`, whose cells may be merged.
 *
 * @throws TableError if a line is not as wide as the table, an edge is not drawn, or the table ends in the middle
 */
export const readGridTable: BlockReader = (lines, start, scope) => {
  const top = lines[start];
  if (top === undefined || !TOP.test(top.text)) return undefined;
  let next = start;
  while (/^[+|]/.test(lines[next]?.text ?? '')) next += 1;
  const block = lines.slice(start, next).map(pad);
  if (!BORDER.test(top.text)) throw tableFault(scope, top.number, 'the border ends in the middle');
  for (const { text, number } of block) {
    if (text.length !== top.text.length) throw tableFault(scope, number, 'the line is not as wide as its table');
  }
  const { rows, heads } = sweep(block, scope);
  return tableRead(lines, start, next, rows.map(drawn), heads, scope);
};

/** Reads from top to bottom: below a border that closes cells, the next ones open. */
function sweep(block: readonly SourceLine[], scope: BlockScope) {
  const edges = edgesOf(block);
  const rows: GridRow[] = [];
  let heads = 0;
  let open: readonly GridCell[] = [];
  let free: readonly ColumnRange[] = [{ from: 0, to: edges.length - 1 }];
  let above = '';
  for (const { text, number } of block) {
    if (above !== '' && free.length > 0) {
      const cells = merged(free).flatMap((range) => split(range, edges, above, text, rows.length));
      rows.push({ line: number, cells });
      open = [...open, ...cells];
    }
    for (const cell of open) {
      const [left, right] = [edges[cell.from] ?? 0, edges[cell.to] ?? 0];
      const inside = text.slice(left + 1, right);
      if (FILLED.test(inside) && text[left] === '+' && text[right] === '+') {
        if (cell.lines.length === 0) throw tableFault(scope, number, 'a border where a row was expected');
        cell.end = rows.length;
      } else {
        const fits = isEdge(text[left]) && isEdge(text[right]) && !isParted(cell, edges, text);
        if (!fits) throw tableFault(scope, number, 'the cell has other edges than above');
        cell.lines.push({ text: inside, number });
      }
    }
    if (above !== '') free = open.filter(({ end }) => end > 0);
    open = open.filter(({ end }) => end === 0);
    if (heads === 0 && BORDER.test(text) && text.includes('=')) heads = rows.length;
    above = text;
  }
  const last = block.at(-1)?.number ?? 1;
  if (open.length > 0 || rows.length === 0) throw tableFault(scope, last, 'the table ends in the middle');
  return { rows, heads };
}

/** The positions where some border has a corner. */
function edgesOf(block: readonly SourceLine[]): readonly number[] {
  const edges = new Set<number>();
  for (const { text } of block) {
    if (BORDER.test(text)) for (const { index } of text.matchAll(/\+/g)) edges.add(index);
  }
  return [...edges].sort((a, b) => a - b);
}

function merged(free: readonly ColumnRange[]): readonly ColumnRange[] {
  const ranges: ColumnRange[] = [];
  for (const { from, to } of free.toSorted((a, b) => a.from - b.from)) {
    const last = ranges.at(-1);
    if (last?.to === from) ranges[ranges.length - 1] = { from: last.from, to };
    else ranges.push({ from, to });
  }
  return ranges;
}

/**
 * The cells that begin below the border `above`: two cells are separate if the border has a corner and the line an
 * edge.
 */
function split({ from, to }: ColumnRange, edges: readonly number[], above: string, text: string, row: number) {
  const cells: GridCell[] = [];
  let first = from;
  for (let at = from + 1; at <= to; at += 1) {
    const edge = edges[at] ?? 0;
    if (at < to && !(above[edge] === '+' && isEdge(text[edge]))) continue;
    cells.push({ from: first, to: at, row, lines: [], end: 0 });
    first = at;
  }
  return cells;
}

/** Whether a cell that is merged in the lines above has an edge in this one. */
function isParted({ from, to }: ColumnRange, edges: readonly number[], text: string): boolean {
  for (let at = from + 1; at < to; at += 1) if (text[edges[at] ?? 0] === '|') return true;
  return false;
}

function isEdge(character: string | undefined): boolean {
  return character === '|' || character === '+';
}

function drawn({ line, cells }: GridRow): DrawnRow {
  return {
    line,
    cells: cells.map(({ from, to, row, lines, end }) => ({ lines, colSpan: to - from, rowSpan: end - row })),
  };
}

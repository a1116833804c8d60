import type { Element } from 'hast';
import { selectAll } from 'hast-util-select';
import { anchorOf, usable } from './anchor.ts';
import { lineOf } from './elements.ts';
import { type At, TableError } from './errors.ts';
import { normalise, plainText } from './text.ts';
import { isTypeWord } from './types.ts';
import { COLUMNS, type Column, NO, type PagePlace, YES } from './vocabulary.ts';

/** A row of a table, with the cells whose prose is still to be read. */
export interface TableRow {
  readonly line: number;
  readonly anchor: string | null;
  readonly name: string;
  readonly type: string | null;
  readonly mandatory: boolean | null;
  readonly links: readonly string[];
  /** All cells except the description, unchanged. */
  readonly text: string;
  /** The description, and cells of columns without a meaning of their own. */
  readonly prose: readonly Element[];
}

/** The columns that the rows of a section need. */
const NEEDED = {
  uri: ['name', 'description'],
  request: ['name', 'type', 'description'],
  response: ['name', 'type', 'description'],
} as const satisfies Partial<Record<PagePlace, readonly Column[]>>;

export type TablePlace = keyof typeof NEEDED;

export function hasTable(place: PagePlace): place is TablePlace {
  return Object.hasOwn(NEEDED, place);
}

/** Names become keys of schemas and segments of JSON pointers: without `/` and `~` they need no escaping in either. */
export const NAME = /^(?!__proto__$)[A-Za-z_$@][A-Za-z0-9_.:$@-]{0,127}$/;

/**
 * The rows of a parameter table, in any of its notations.
 *
 * @throws TableError for a missing column, a row with other cells than the head, or a cell that cannot be read
 */
export function readTable(table: Element, place: TablePlace, file: string): readonly TableRow[] {
  const [head, ...rows] = selectAll('tr', table);
  const at = { file, line: lineOf(table, 1) };
  if (head === undefined) throw new TableError(at, 'the table is empty', 'give it a head and a row for each parameter');
  const columns = cellsOf(head).map(columnOf);
  for (const column of NEEDED[place]) {
    if (columns.filter((each) => each === column).length !== 1) {
      const heads = cellsOf(head).map(textOf).join(' | ').slice(0, 200);
      const remedy = `head it ${COLUMNS[column].join(' or ')}`;
      throw new TableError(at, `the table (${heads}) needs one column "${column}"`, remedy);
    }
  }
  if (rows.length === 0) throw new TableError(at, 'the table has no rows', 'add a row for each parameter');
  return rows.map((row) => readRow(row, columns, { file, line: lineOf(row, at.line) }));
}

function readRow(row: Element, columns: readonly (Column | null)[], at: At): TableRow {
  const cells = cellsOf(row);
  if (cells.length !== columns.length || cells.some(isMerged)) {
    const problem = `the row has ${cells.length} cells under ${columns.length} columns`;
    throw new TableError(at, problem, 'give every row one cell a column, none of them merged');
  }
  const cell = (column: Column): Element | undefined => cells[columns.indexOf(column)];
  // a `~` after a name marks a filter that also takes a part of a value
  const name = (textOf(cell('name')) ?? '').replace(/[~*]$/, '');
  if (!NAME.test(name)) {
    throw new TableError(at, `"${name.slice(0, 80)}" is no name of a parameter`, 'use letters, digits, - and _');
  }
  const prose = cells.filter((_, index) => columns[index] === 'description' || columns[index] === null);
  return {
    line: at.line,
    anchor: usable(row.properties.id) ?? (cells[0] === undefined ? null : anchorOf(cells[0])),
    name,
    ...typeAndObligation(textOf(cell('type')) ?? null, textOf(cell('mandatory')) ?? null, at),
    links: cells.flatMap(linksOf),
    text: cells
      .filter((each) => !prose.includes(each))
      .map(textOf)
      .join(' | '),
    prose,
  };
}

/**
 * Tells type and obligation apart, because their cells are swapped on some pages: no word is both, so there is no
 * guess.
 */
function typeAndObligation(
  type: string | null,
  mandatory: string | null,
  at: At,
): Pick<TableRow, 'type' | 'mandatory'> {
  if (type !== null && mandatory !== null && isObligation(type) && isTypeWord(mandatory)) {
    return { type: mandatory, mandatory: obligation(type, at) };
  }
  return { type, mandatory: mandatory === null ? null : obligation(mandatory, at) };
}

function columnOf(cell: Element): Column | null {
  const text = (textOf(cell) ?? '').toLowerCase();
  return (Object.keys(COLUMNS) as Column[]).find((column) => COLUMNS[column].includes(text)) ?? null;
}

function isObligation(text: string): boolean {
  return [...YES, ...NO].includes(text.toLowerCase());
}

function obligation(text: string, at: At): boolean | null {
  if (YES.includes(text.toLowerCase())) return true;
  if (NO.includes(text.toLowerCase())) return false;
  if (/^[-/—]?$/.test(text)) return null;
  throw new TableError(at, `"${text.slice(0, 80)}" is no obligation`, `write ${YES.join(' or ')}, ${NO.join(' or ')}`);
}

function linksOf(cell: Element): readonly string[] {
  return selectAll('a[href^="#"]', cell).map(({ properties }) => decoded(String(properties.href).slice(1)));
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

function cellsOf(row: Element): readonly Element[] {
  return row.children.filter((child): child is Element => child.type === 'element' && /^t[hd]$/.test(child.tagName));
}

function isMerged({ properties: { colSpan, rowSpan } }: Element): boolean {
  return (colSpan ?? 1) !== 1 || (rowSpan ?? 1) !== 1;
}

function textOf(cell: Element | undefined): string | undefined {
  return cell === undefined ? undefined : normalise(plainText(cell.children));
}

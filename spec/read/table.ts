import type { Element } from 'hast';
import { selectAll } from 'hast-util-select';
import { anchorOf, usable } from './anchor.ts';
import { lineOf } from './elements.ts';
import { type At, TableError } from './errors.ts';
import { normalise, plainText } from './text.ts';
import { parseType } from './types.ts';
import { COLUMNS, type Column, NO, type PagePlace, YES } from './vocabulary.ts';

/** A row as its table gives it, with the cell whose prose is still to be read. */
export interface TableRow {
  readonly line: number;
  readonly anchor: string | null;
  readonly name: string;
  readonly type: string | null;
  readonly mandatory: boolean | null;
  /** All cells but the description, as written. */
  readonly text: string;
  readonly description: Element;
}

/** Columns without which rows of a section say too little. */
const NEEDED = {
  uri: ['name', 'mandatory', 'description'],
  request: ['name', 'type', 'mandatory', 'description'],
  response: ['name', 'type', 'description'],
} as const satisfies Partial<Record<PagePlace, readonly Column[]>>;

export type TablePlace = keyof typeof NEEDED;

export function hasTable(place: PagePlace): place is TablePlace {
  return Object.hasOwn(NEEDED, place);
}

/** Names become keys of schemas and segments of JSON pointers, so they must need no escaping in either. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/**
 * The rows of a parameter table, whichever way it was written.
 *
 * @throws TableError for an unknown or missing column, a row with other cells than the head, or a cell that cannot be read
 * @throws UnsupportedError for a type that is not known
 */
export function readTable(table: Element, place: TablePlace, file: string): readonly TableRow[] {
  const [head, ...rows] = selectAll('tr', table);
  const at = { file, line: lineOf(table, 1) };
  if (head === undefined) throw new TableError(at, 'the table is empty', 'give it a head and a row for each parameter');
  const columns = cellsOf(head).map((cell) => columnOf(cell, { file, line: lineOf(head, at.line) }));
  for (const column of NEEDED[place]) {
    if (columns.filter((each) => each === column).length !== 1) {
      throw new TableError(at, `the table needs one column "${column}"`, `head it ${COLUMNS[column].join(' or ')}`);
    }
  }
  if (rows.length === 0) throw new TableError(at, 'the table has no rows', 'add a row for each parameter');
  return rows.map((row) => readRow(row, columns, { file, line: lineOf(row, at.line) }));
}

function readRow(row: Element, columns: readonly Column[], at: At): TableRow {
  const cells = cellsOf(row);
  if (cells.length !== columns.length || cells.some(isMerged)) {
    const problem = `the row has ${cells.length} cells under ${columns.length} columns`;
    throw new TableError(at, problem, 'give every row one cell a column, none of them merged');
  }
  const cell = (column: Column): Element | undefined => cells[columns.indexOf(column)];
  const description = cell('description');
  const name = textOf(cell('name')) ?? '';
  if (description === undefined || !NAME.test(name)) {
    throw new TableError(at, `"${name.slice(0, 80)}" is no name of a parameter`, 'use letters, digits, - and _');
  }
  const type = textOf(cell('type'));
  const mandatory = textOf(cell('mandatory'));
  const others = cells.filter((each) => each !== description);
  return {
    line: at.line,
    anchor: usable(row.properties.id) ?? (cells[0] === undefined ? null : anchorOf(cells[0])),
    name,
    type: type === undefined ? null : parseType(type, at).text,
    mandatory: mandatory === undefined ? null : obligation(mandatory, at),
    text: others.map(textOf).join(' | '),
    description,
  };
}

function columnOf(cell: Element, at: At): Column {
  const text = textOf(cell) ?? '';
  for (const column of Object.keys(COLUMNS) as Column[]) {
    if (COLUMNS[column].includes(text.toLowerCase())) return column;
  }
  throw new TableError(at, `the column "${text.slice(0, 80)}" is unknown`, 'name its meaning in vocabulary.ts');
}

function obligation(text: string, at: At): boolean {
  if (YES.includes(text.toLowerCase())) return true;
  if (NO.includes(text.toLowerCase())) return false;
  throw new TableError(at, `"${text.slice(0, 80)}" is no obligation`, `write ${YES.join(' or ')}, ${NO.join(' or ')}`);
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

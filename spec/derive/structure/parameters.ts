import { ContradictionError } from '../../read/errors.ts';
import type { Page, ParameterRow, ParameterTable } from '../../read/page.ts';
import { findPart, needPart } from '../../read/part.ts';
import { typeOf } from '../../read/types.ts';
import type { Field } from './field.ts';
import type { Route } from './route.ts';

/** The parameters outside the body. */
export interface Parameters {
  /** In the order of the path. */
  readonly path: readonly Field[];
  readonly query: readonly Field[];
  readonly headers: readonly ParameterRow[];
  /** Tables of the request's part that list its body. */
  readonly body: readonly ParameterTable[];
}

const QUERY = /filter|quer(?:y|ies)|查询|过滤/i;
const HEADER = /header|消息头|请求头/i;
const HEADERS = /^(?:x-[a-z-]+|content-(?:type|length)|authorization|user-agent|openstack-api-version)$/i;
/** Methods whose requests have a body only if a sample shows one. */
const BODILESS: readonly string[] = ['GET', 'HEAD'];

/**
 * Sorts the tables of path, query and headers: by the names in the path, the labels, and the query in the page's path.
 *
 * @throws SectionError, ContradictionError
 */
export function readParameters(page: Page, route: Route): Parameters {
  const ofUri = needPart(page, 'uri').tables;
  const ofRequest = findPart(page, 'request')?.tables ?? [];
  const isBodiless = BODILESS.includes(route.method) && findPart(page, 'request')?.codes.length === 0;
  const isQuery = ({ label, rows }: ParameterTable): boolean =>
    QUERY.test(label) || isBodiless || rows.every(({ name }) => route.query.has(name));
  const headers = ofRequest.filter(
    ({ label, rows }) => HEADER.test(label) || rows.every(({ name }) => HEADERS.test(name)),
  );
  const asked = ofRequest.filter((table) => !headers.includes(table) && isQuery(table));
  const rows = ofUri.flatMap((table) => table.rows.map((row) => ({ row, table })));
  const listed = rows.map(({ row }) => row);
  const path = route.placeholders.map((name) => fieldOf(pathRow(name, listed, route, page)));
  const others = rows.filter(({ row }) => !route.placeholders.includes(row.name));
  const stray = others.find(({ row, table }) => !QUERY.test(table.label) && !route.query.has(row.name));
  if (stray !== undefined) {
    const at = { file: page.name, line: stray.row.line };
    throw new ContradictionError(at, `the path has no {${stray.row.name}}`, 'remove the row or add it to the path');
  }
  const query = [...others.map(({ row }) => row), ...asked.flatMap((table) => table.rows)];
  const body = ofRequest.filter((table) => !headers.includes(table) && !asked.includes(table));
  const loose = body.flatMap((table) => table.rows).filter(({ name }) => HEADERS.test(name));
  return {
    path,
    query: unique(query, page).map(fieldOf),
    headers: [...headers.flatMap((table) => table.rows), ...loose],
    body: body.map((table) => ({ ...table, rows: table.rows.filter((row) => !loose.includes(row)) })),
  };
}

function pathRow(name: string, rows: readonly ParameterRow[], route: Route, page: Page): ParameterRow {
  const [row, again] = rows.filter((each) => each.name === name);
  if (row === undefined) {
    const at = { file: page.name, line: route.at.line };
    throw new ContradictionError(at, `the path has {${name}}, which the table does not list`, 'add it to the table');
  }
  const at = { file: page.name, line: (again ?? row).line };
  if (again !== undefined && again.mandatory !== row.mandatory) throw twice(again, row, page);
  if (row.mandatory === false) {
    throw new ContradictionError(at, `{${name}} is part of the path and yet optional`, 'make it mandatory');
  }
  return row;
}

/** @throws ContradictionError if a parameter has two rows that differ */
export function unique(rows: readonly ParameterRow[], page: Page): readonly ParameterRow[] {
  const seen = new Map<string, ParameterRow>();
  for (const row of rows) {
    const before = seen.get(row.name);
    if (before !== undefined && (before.type !== row.type || before.mandatory !== row.mandatory))
      throw twice(row, before, page);
    if (before === undefined) seen.set(row.name, row);
  }
  return [...seen.values()];
}

function twice(row: ParameterRow, before: ParameterRow, page: Page): ContradictionError {
  const problem = `${row.name} is listed twice, also on line ${before.line}`;
  return new ContradictionError({ file: page.name, line: row.line }, problem, 'give each parameter one row');
}

function fieldOf(row: ParameterRow): Field {
  const type = row.type === null ? null : (typeOf(row.type) ?? null);
  return { name: row.name, row, type, isList: type?.kind === 'array', members: [] };
}

import { ContradictionError, SampleError, UnsupportedError } from '../../read/errors.ts';
import { needSection, needTable } from '../../read/need.ts';
import type { Page, ParameterRow } from '../../read/page.ts';
import { fits, parseType } from '../../read/types.ts';
import type { PageFinding } from '../finding.ts';
import { type Prose, parameterOf } from './prose.ts';
import { isObject, type SampleObject, samplesOf } from './sample.ts';

/** Action and size, and the value the sample gives the size. */
interface Nesting {
  readonly action: string;
  readonly size: string;
  readonly value: unknown;
}

/**
 * Action and size (`request.action`, `request.size`) and the request's sample (`request.sample`). Rule P1: the sample nests what the flat table lists.
 *
 * @throws SectionError, SampleError, ContradictionError, UnsupportedError
 */
export function readRequest(page: Page, prose: Prose): readonly PageFinding[] {
  const section = needSection(page, 'request');
  const rows = needTable(page, 'request');
  const samples = samplesOf(section, page);
  const [first] = samples;
  if (first === undefined) {
    const remedy = 'show a body in a block of code';
    throw new SampleError({ file: page.name, line: section.line }, 'the request has no sample', remedy);
  }
  const at = { file: page.name, line: first.code.line };
  const nesting = nestingOf(first.value);
  if (nesting === undefined) {
    throw new UnsupportedError(
      at,
      'the sample is not of the form {action: {size: number}}',
      'show one action with its size',
    );
  }
  const other = samples.find(({ value }) => !sameShape(nestingOf(value), nesting));
  if (other !== undefined) {
    const problem = `the sample has other keys than the one on line ${first.code.line}`;
    throw new ContradictionError({ file: page.name, line: other.code.line }, problem, 'correct one of the two');
  }
  const action = rowOf(nesting.action, rows, page, at.line);
  const size = rowOf(nesting.size, rows, page, at.line);
  const unplaced = rows.find((row) => row !== action && row !== size);
  if (unplaced !== undefined) {
    const problem = `the table lists ${unplaced.name}, which the sample does not show`;
    throw new ContradictionError(
      { file: page.name, line: unplaced.line },
      problem,
      'show in the sample where it belongs',
    );
  }
  checkTypes(action, size, nesting, page);
  return [
    finding('request.action', action, prose),
    finding('request.size', size, prose),
    { fact: 'request.sample', value: first.value, at: first.code },
  ];
}

function nestingOf(sample: SampleObject): Nesting | undefined {
  const [[action, body] = ['', undefined], ...others] = Object.entries(sample);
  if (others.length > 0 || !isObject(body)) return undefined;
  const [[size, value] = ['', undefined], ...more] = Object.entries(body);
  return more.length > 0 || size === '' ? undefined : { action, size, value };
}

function sameShape(one: Nesting | undefined, two: Nesting): boolean {
  return one?.action === two.action && one.size === two.size;
}

function rowOf(name: string, rows: readonly ParameterRow[], page: Page, line: number): ParameterRow {
  const row = rows.find((each) => each.name === name);
  if (row !== undefined) return row;
  const problem = `the sample shows ${name}, which the table does not list (it lists ${rows.map((each) => each.name).join(', ')})`;
  throw new ContradictionError({ file: page.name, line }, problem.slice(0, 400), 'use one name in both');
}

function checkTypes(action: ParameterRow, size: ParameterRow, { value }: Nesting, page: Page): void {
  const at = { file: page.name, line: size.line };
  const type = parseType(size.type ?? '', at);
  const map = parseType(action.type ?? '', { file: page.name, line: action.line });
  if (map.schema.type !== 'object') {
    const problem = `${action.name} is of type ${map.text}, and yet the sample shows an object`;
    throw new ContradictionError({ file: page.name, line: action.line }, problem, 'correct one of the two');
  }
  if (type.schema.type !== 'integer' && type.schema.type !== 'number') {
    throw new UnsupportedError(at, `${size.name} is of type ${type.text}`, 'a size has to be a number');
  }
  if (map.values !== null && map.values.schema.type !== type.schema.type) {
    const problem = `${size.name} is of type ${type.text}, and yet ${action.name} is of type ${map.text}`;
    throw new ContradictionError(at, problem, 'correct one of the two');
  }
  if (!fits(value, type)) {
    throw new ContradictionError(
      at,
      `${size.name} is of type ${type.text}, the sample's is not`,
      'correct one of the two',
    );
  }
  for (const { name, line, mandatory } of [action, size]) {
    if (mandatory === true) continue;
    throw new UnsupportedError({ file: page.name, line }, `${name} is optional`, 'an extension needs a size');
  }
}

function finding(fact: 'request.action' | 'request.size', row: ParameterRow, { rows }: Prose): PageFinding {
  return { fact, value: parameterOf(row), at: rows.get(row) ?? row };
}

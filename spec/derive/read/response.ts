import { type At, ContradictionError, SampleError, UnsupportedError } from '../../read/errors.ts';
import { needSection, needTable } from '../../read/need.ts';
import type { Page, ParameterRow } from '../../read/page.ts';
import { fits, parseType } from '../../read/types.ts';
import type { FactId } from '../facts.ts';
import type { PageFinding } from '../finding.ts';
import type { Prose } from './prose.ts';
import { isObject, type Sample, type SampleObject, samplesOf } from './sample.ts';

/** What the rows of the response table stand for. Rule P1: their descriptions say when they are sent. */
type AnswerRoles = ReadonlyMap<string, { readonly row: ParameterRow; readonly when: 'success' | 'refusal' }>;

const WHEN: Partial<Record<FactId, 'success' | 'refusal'>> = {
  'response.job': 'success',
  'response.error-message': 'refusal',
  'response.error-code': 'refusal',
};

/**
 * The response's samples (`response.samples`), each placed by the rows that it shows.
 *
 * @throws SectionError, SampleError, ContradictionError, UnsupportedError
 */
export function readResponse(page: Page, prose: Prose): readonly PageFinding[] {
  const section = needSection(page, 'response');
  const roles = rolesOf(needTable(page, 'response'), prose, page);
  const samples = samplesOf(section, page);
  const shapes = samples.map((sample) => shapeOf(sample, roles, { file: page.name, line: sample.code.line }));
  const shown = new Set(shapes.flat());
  for (const { row } of roles.values()) {
    if (shown.has(row.name)) continue;
    const problem = `the table lists ${row.name}, which no sample shows`;
    throw new ContradictionError({ file: page.name, line: row.line }, problem, 'show in a sample where it belongs');
  }
  const [first] = samples;
  if (first === undefined || shapes.every(([key = '']) => roles.has(key))) {
    const remedy = 'show the body of an error in a block of code';
    throw new SampleError({ file: page.name, line: section.line }, 'the response has no sample of an error', remedy);
  }
  const text = samples.map(({ code }) => code.text).join(' ');
  return [{ fact: 'response.samples', value: shapes, at: { ...first.code, text } }];
}

function rolesOf(rows: readonly ParameterRow[], prose: Prose, page: Page): AnswerRoles {
  const roles = new Map<string, { readonly row: ParameterRow; readonly when: 'success' | 'refusal' }>();
  for (const row of rows) {
    const spot = prose.rows.get(row);
    const when = prose.findings.filter(({ at }) => at === spot).map(({ fact }) => WHEN[fact])[0];
    if (when === undefined) {
      const remedy = 'describe it in words of the phrase book, or add a phrase';
      throw new UnsupportedError({ file: page.name, line: row.line }, `no phrase says what ${row.name} is`, remedy);
    }
    roles.set(row.name, { row, when });
  }
  return roles;
}

/** The sample's keys, outermost first. */
function shapeOf({ value }: Sample, roles: AnswerRoles, at: At): readonly string[] {
  const [[key, inner] = ['', undefined], ...others] = Object.entries(value);
  if (others.length === 0 && isObject(inner) && !roles.has(key)) {
    checkMembers(inner, roles, 'refusal', at);
    return [key, ...Object.keys(inner)];
  }
  if (roles.get(key)?.when === 'refusal') {
    throw new UnsupportedError(
      at,
      `the error's ${key} stands in no envelope`,
      'a contract needs a key that tells errors',
    );
  }
  checkMembers(value, roles, 'success', at);
  return Object.keys(value);
}

function checkMembers(members: SampleObject, roles: AnswerRoles, when: 'success' | 'refusal', at: At): void {
  if (Object.keys(members).length === 0) throw new SampleError(at, 'the sample shows nothing', 'show its members');
  for (const [key, value] of Object.entries(members)) {
    const role = roles.get(key);
    if (role === undefined) {
      throw new ContradictionError(
        at,
        `the sample shows ${key}, which the table does not list`,
        'use one name in both',
      );
    }
    if (role.when !== when) {
      const problem = `the sample shows ${key} on ${when}, the table on ${role.when}`;
      throw new ContradictionError(at, problem, 'correct one of the two');
    }
    const type = parseType(role.row.type ?? '', { ...at, line: role.row.line });
    if (!fits(value, type)) {
      throw new ContradictionError(at, `${key} is of type ${type.text}, the sample's is not`, 'correct one of the two');
    }
  }
}

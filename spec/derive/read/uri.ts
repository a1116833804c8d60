import { ContradictionError, SectionError, UnsupportedError } from '../../read/errors.ts';
import { needSection, needTable } from '../../read/need.ts';
import type { Page, Sentence } from '../../read/page.ts';
import type { PageFinding } from '../finding.ts';
import type { Prose } from './prose.ts';

const ROUTE = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (\/\S*)$/;
const PATH = /^(?:\/(?:[A-Za-z0-9._~-]+|\{[A-Za-z][A-Za-z0-9_-]*\}))+$/;

/**
 * Method and path (`operation.route`), and that the path and the table of its parameters (`parameter.project`, `parameter.volume`) agree.
 *
 * @throws SectionError, ContradictionError, UnsupportedError
 */
export function readUri(page: Page, prose: Prose): readonly PageFinding[] {
  const section = needSection(page, 'uri');
  const rows = needTable(page, 'uri');
  const findings = section.sentences.flatMap((sentence) => routeOf(sentence, page));
  const [first] = findings;
  if (first === undefined) {
    const remedy = 'write it as in: POST /v2/{project_id}/…';
    throw new SectionError({ file: page.name, line: section.line }, 'the method and path are missing', remedy);
  }
  const placeholders = [...(first.value.path ?? '').matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');
  const at = { file: page.name, line: first.at.line };
  const twice = placeholders.find((name, index) => placeholders.indexOf(name) !== index);
  if (twice !== undefined)
    throw new ContradictionError(at, `the path has {${twice}} twice`, 'name each parameter once');
  const unlisted = placeholders.find((name) => rows.every((row) => row.name !== name));
  if (unlisted !== undefined) {
    throw new ContradictionError(
      at,
      `the path has {${unlisted}}, which the table does not list`,
      'add it to the table',
    );
  }
  for (const row of rows) {
    const there = { file: page.name, line: row.line };
    if (!placeholders.includes(row.name)) {
      throw new ContradictionError(there, `the path has no {${row.name}}`, 'remove the row or add it to the path');
    }
    if (row.mandatory === false) {
      throw new ContradictionError(there, `{${row.name}} is part of the path and yet optional`, 'make it mandatory');
    }
    if (prose.findings.every((finding) => finding.at !== prose.rows.get(row))) {
      const remedy = 'describe it in words of the phrase book, or add a phrase';
      throw new UnsupportedError(there, `no phrase says what {${row.name}} is`, remedy);
    }
  }
  return findings;
}

function routeOf(
  { text, heading, line, anchor }: Sentence,
  page: Page,
): readonly Extract<PageFinding, { fact: 'operation.route' }>[] {
  const [, method, path] = ROUTE.exec(text) ?? [];
  if (method === undefined || path === undefined) return [];
  if (!PATH.test(path)) {
    const remedy = 'write segments of letters, digits, . _ ~ - or {name}';
    throw new UnsupportedError({ file: page.name, line }, `"${path.slice(0, 80)}" is no path template`, remedy);
  }
  return [{ fact: 'operation.route', value: { method, path }, at: { heading, line, anchor, text } }];
}

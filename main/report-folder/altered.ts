import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../evidence/transcript/problem.ts';
import type { Verified } from '../../evidence/transcript/verify.ts';
import { type Lang, languages } from '../../reports/html/languages.ts';
import { reports } from '../../reports/index.ts';
import { UsageError } from '../settings/usage.ts';
import { readText } from './read.ts';
import { readTrend } from './trend.ts';

/** Reports have some hundred kilobytes. */
const maxReport = 64 * 1024 * 1024;

/**
 * The statements in the report files of a folder that do not follow from the result.
 *
 * @throws UsageError where one of them is not there, or the trend is none
 */
export function altered(folder: string, { result, lang }: Pick<Verified, 'result' | 'lang'>): readonly Problem[] {
  const since = readTrend(folder);
  return Object.values(reports).flatMap(({ file, render }) => {
    const path = join(folder, file);
    if (!existsSync(path)) throw new UsageError(`${folder} has no ${file}: the report is incomplete`);
    const [written, due] = [readText('the report', path, maxReport), render(result, { lang: languageOf(lang), since })];
    if (written === due) return [];
    return file === reports.json.file ? inJson(written, due) : [{ where: file, what: inText(written, due) }];
  });
}

function inText(written: string, due: string): string {
  const [lines, others] = [written.split('\n'), due.split('\n')];
  const at = others.findIndex((line, index) => line !== lines[index]);
  return `it does not follow from the run, the first time in line ${(at < 0 ? others.length : at) + 1}`;
}

/** A language that there is none of shows as another page. */
export const languageOf = (lang: string): Lang => (Object.hasOwn(languages, lang) ? (lang as Lang) : 'en');

interface AlteredRow {
  readonly id: string;
  readonly verdict: string;
}

/** By requirements and keys, for that is what a reader looks up. */
function inJson(written: string, due: string): readonly Problem[] {
  const file = reports.json.file;
  const expected = JSON.parse(due) as Record<string, unknown> & { readonly requirements: readonly AlteredRow[] };
  const found = parse(written);
  if (found === undefined) return [{ where: file, what: 'it is not JSON' }];
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
  const wrong = [...keys].filter((key) => !isDeepStrictEqual(expected[key], found[key]));
  const problems = wrong.flatMap((key): readonly Problem[] =>
    key === 'requirements'
      ? inRequirements(expected.requirements, found.requirements)
      : [{ where: `${file}, ${key}`, what: `it is ${brief(found[key])}, but the run gives ${brief(expected[key])}` }],
  );
  return problems.length > 0 ? problems : [{ where: file, what: inText(written, due) }];
}

function inRequirements(expected: readonly AlteredRow[], found: unknown): readonly Problem[] {
  const file = reports.json.file;
  const entries = (Array.isArray(found) ? found : []) as readonly (AlteredRow | null)[];
  const missing = expected.flatMap((entry): readonly Problem[] => {
    const own = entries.find((one) => one?.id === entry.id);
    if (isDeepStrictEqual(own, entry)) return [];
    const where = `${file}, ${entry.id}`;
    if (own == null) return [{ where, what: `it is missing, but the run gives ${entry.verdict}` }];
    if (own.verdict !== entry.verdict)
      return [{ where, what: `it says ${brief(own.verdict)}, but the run gives ${entry.verdict}` }];
    const keys = Object.keys(entry).filter((key) => !isDeepStrictEqual(member(own, key), member(entry, key)));
    return [{ where, what: `its ${keys.join(', ')} does not follow from the run` }];
  });
  const known = new Set(expected.map(({ id }) => id));
  const more = entries.filter((entry) => !known.has(entry?.id ?? ''));
  return [
    ...missing,
    ...more.map((entry) => ({ where: file, what: `${brief(entry?.id)} is not a requirement of the run` })),
  ];
}

const member = (entry: object, key: string): unknown => (entry as Record<string, unknown>)[key];
const brief = (value: unknown): string => (JSON.stringify(value) ?? 'absent').slice(0, 300);

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const found = JSON.parse(text) as unknown;
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

import type { Class, Row } from '../verdicts/result.ts';
import type { Counterexample, VerdictKind } from '../verdicts/verdict.ts';

/** One sign for each verdict, the same in every format, so that verdicts differ in more than colour. */
export const marks = {
  pass: '✓',
  fail: '✗',
  inconclusive: '?',
  'not-applicable': '–',
  broken: '!',
} as const satisfies Record<VerdictKind, string>;

/** A verdict in words, the same in every format for people. */
export const kindWords = {
  pass: 'pass',
  fail: 'fail',
  inconclusive: 'inconclusive',
  'not-applicable': 'not applicable',
  broken: 'broken',
} as const satisfies Record<VerdictKind, string>;

/** The signs for the run as a whole. */
export const classMarks = {
  conformant: '✓',
  'non-conformant': '✗',
  incomplete: '?',
  broken: '!',
} as const satisfies Record<Class, string>;

/** Rows by the word before the point, in the order of the report. */
export function groups(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const group = row.id.split('.')[0] ?? '';
    found.set(group, [...(found.get(group) ?? []), row]);
  }
  return found;
}

export interface FailedRow {
  readonly row: Row;
  readonly found: Counterexample;
}

/** The failures, the MUSTs first. */
export function failures(rows: readonly Row[]): readonly FailedRow[] {
  const all = rows.flatMap((row) => (row.verdict.kind === 'fail' ? [{ row, found: row.verdict.counterexample }] : []));
  return [...all.filter(({ row }) => row.level === 'MUST'), ...all.filter(({ row }) => row.level !== 'MUST')];
}

export interface SharedReason {
  readonly kind: VerdictKind;
  readonly reason: string;
  /**
   * The requirements that it stopped; those that do not decide have their level after them, as in `<id> (advisory)`.
   */
  readonly ids: readonly string[];
}

/** The reasons why rows have no verdict: each one stands once, with all its rows. */
export function reasons(rows: readonly Row[]): readonly SharedReason[] {
  const found = new Map<string, SharedReason>();
  for (const { id, level, verdict } of rows) {
    if (!('reason' in verdict)) continue;
    const { kind, reason } = verdict;
    const name = level === 'SHOULD' || level === 'advisory' ? `${id} (${level})` : id;
    const ids = [...(found.get(`${kind} ${reason}`)?.ids ?? []), name];
    found.set(`${kind} ${reason}`, { kind, reason, ids });
  }
  return [...found.values()];
}

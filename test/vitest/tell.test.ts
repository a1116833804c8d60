import { expect, test } from 'vitest';
import type { Decision } from '../../main/baseline.ts';
import type { Row } from '../../verdicts/result.ts';
import type { Verdict } from '../../verdicts/verdict.ts';
import { tell } from '../../vitest/tell.ts';
import { broken, failed, open, passed } from '../reports/sample.ts';

class Skipped extends Error {}

function skip(note?: string): never;
function skip(condition: boolean, note?: string): void;
function skip(note?: unknown): void {
  throw new Skipped(String(note));
}

/** What becomes of the test of a row: the whole message, or `passes`. */
function fateOf(
  verdict: Verdict,
  level: Row['level'],
  decision: Partial<Decision>,
  repeating: Parameters<typeof tell>[3] = { report: undefined },
): string {
  const row: Row = { id: 'size.over-maximum', level, statement: 's', clauses: [], verdict, notes: [] };
  try {
    const counting = new Set(level === 'MUST' ? [row.id] : []);
    tell(row, { exit: 0, lines: [], counting, excused: new Set(), stale: new Set(), ...decision }, skip, repeating);
    return 'passes';
  } catch (error) {
    return `${error instanceof Skipped ? 'is skipped' : 'fails'}: ${(error as Error).message}`;
  }
}

const excused = new Set(['size.over-maximum']);
const complaint = 'answered 200 to new_size 32769, expected a refusal';
const na: Verdict = { kind: 'not-applicable', reason: 'no token' };

test.each<[Verdict, Row['level'], Partial<Decision>, string]>([
  [passed, 'MUST', {}, 'passes'],
  [passed, 'MUST', { stale: excused }, 'fails: stale: it passes, and the baseline expects it to fail: remove it there'],
  [failed, 'MUST', {}, `fails: ${complaint}`],
  [failed, 'MUST', { excused }, `is skipped: expected by the baseline: ${complaint}`],
  [failed, 'SHOULD', {}, `is skipped: SHOULD, does not change the class: ${complaint}`],
  [open, 'MUST', {}, 'fails: inconclusive: blocked by operation.route'],
  [open, 'MUST', { excused }, 'is skipped: inconclusive: blocked by operation.route'],
  [open, 'advisory', {}, 'is skipped: inconclusive: blocked by operation.route'],
  [broken, 'advisory', { excused }, 'fails: broken: the judge threw: TypeError: x is undefined'],
  [na, 'MUST', {}, 'is skipped: not-applicable: no token'],
])('%j at level %s, %j', (verdict, level, decision, expected) => {
  expect(fateOf(verdict, level, decision).split('\n')[0]).toBe(expected);
});

test('a failure names the folder of the report for its replay, if there is one', () => {
  const again = (report?: string) => /^again: .*$/m.exec(fateOf(failed, 'MUST', {}, { report }))?.[0];
  expect(again()).toMatch(/^again: seed \d+ draws it again$/);
  expect(again('my report')).toMatch(
    / draws it again; npx evs-conformance replay 'my report' --only size\.over-maximum sends it to a new volume$/,
  );
});

test('an app of this process, which has no address after the run, is tried again by its seed and its test', () => {
  expect(fateOf(failed, 'MUST', {}, { report: 'my report', isApp: true })).toMatch(
    /\nagain: seed 42 draws it again: give the options seed: 42, then npx vitest run -t size\.over-maximum {2}#/,
  );
});

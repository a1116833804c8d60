import type { Class, Row, Summary } from './result.ts';
import type { VerdictKind } from './verdict.ts';

/** What had to be certified. */
interface Certified {
  readonly expected: readonly string[];
  readonly smokeTest: string;
}

/**
 * Folds rows into the class of the run, first match:
 * a MUST fails → `non-conformant`; a row is broken → `broken`; a MUST is inconclusive or not run, or the smoke
 * test did not pass → `incomplete`; else `conformant`. SHOULD and advisory rows never change the class but by breaking.
 * `expected` lists the ids of every MUST that had to be run: one without a row counts as not run. `smokeTest`: the row without
 * which nothing is certified, for if the plain request was not seen to work, no other answer counts.
 */
export function classify(rows: readonly Row[], { expected, smokeTest }: Certified): Class {
  const musts = rows.filter((row) => row.level === 'MUST');
  if (musts.some((row) => row.verdict.kind === 'fail')) return 'non-conformant';
  if (rows.some((row) => row.verdict.kind === 'broken')) return 'broken';
  const settled = new Set(musts.filter((row) => isSettled(row.verdict.kind)).map((row) => row.id));
  if (musts.some((row) => !isSettled(row.verdict.kind)) || expected.some((id) => !settled.has(id))) return 'incomplete';
  const route = rows.find((row) => row.id === smokeTest);
  return route?.verdict.kind === 'pass' ? 'conformant' : 'incomplete';
}

const isSettled = (kind: VerdictKind): boolean => kind === 'pass' || kind === 'not-applicable';

/** Exit code of each class. */
export const exitCodes = {
  conformant: 0,
  'non-conformant': 1,
  incomplete: 2,
  broken: 3,
} as const satisfies Record<Class, number>;

/** Counts the verdicts by kind. */
export function summarize(rows: readonly Row[]): Summary {
  const summary: Record<VerdictKind, number> = { pass: 0, fail: 0, inconclusive: 0, 'not-applicable': 0, broken: 0 };
  for (const row of rows) summary[row.verdict.kind] += 1;
  return summary;
}

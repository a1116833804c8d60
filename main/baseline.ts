import { shown } from '../reports/text.ts';
import { type FailOn, failsOn } from '../verdicts/fail-on.ts';
import { exitCodes } from '../verdicts/fold.ts';
import { overallVerdict } from '../verdicts/overall-verdict.ts';
import type { Class, Result, Row } from '../verdicts/result.ts';

/** A failure that its owner knows of. */
export interface ExpectedFailure {
  readonly id: string;
  readonly reason: string;
  /** The last day, by UTC, on which it is expected: `YYYY-MM-DD`. */
  readonly expires: string;
}

/** The expected failures of a run, and the file that lists them. */
export interface Baseline {
  readonly file: string;
  readonly entries: readonly ExpectedFailure[];
}

const noBaseline: Baseline = { file: '', entries: [] };

/** The entries that are valid on this day, `YYYY-MM-DD`. */
export const validOn = ({ entries }: Baseline, day: string): readonly ExpectedFailure[] =>
  entries.filter(({ expires }) => expires >= day);

/** The exit code of a run, and why it differs from that of its class. */
export interface Decision {
  readonly exit: number;
  /** For stdout, a sentence each. */
  readonly lines: readonly string[];
  /** Rows that fail and make the exit code 1, unless they are excused. */
  readonly counting: ReadonlySet<string>;
  /** Rows that stand against nobody: expected failures, and rows that these alone keep open. */
  readonly excused: ReadonlySet<string>;
  /** Rows that are expected to fail, and pass. */
  readonly stale: ReadonlySet<string>;
}

/**
 * The exit code of a run, with expected failures taken into account. It is 0 only if the run would be conformant if they
 * passed: no other row fails down to the level of `failOn`, no row is broken, no MUST is open for any reason but them. An incomplete or broken run
 * stays one, and the class in the reports stays the same. An entry is valid up to and including its day, which is compared
 * with the day on which the run started, by UTC.
 */
export function decide(result: Result, baseline: Baseline = noBaseline, failOn: FailOn = 'must'): Decision {
  const { file, entries } = baseline;
  const { class: verdict } = overallVerdict(result);
  const { smokeTest } = result.operation;
  const day = result.startedAt.slice(0, 10);
  const inFile = `(baseline ${shown(file)})`;
  const valid = validOn(baseline, day).filter(({ id }) => id !== smokeTest);
  const failing = result.rows.filter((row) => failsOn(row, failOn));
  const expected = valid.filter(({ id }) => failing.some((row) => row.id === id));
  const stale = valid.filter(({ id }) => result.rows.some((row) => row.id === id && row.verdict.kind === 'pass'));
  const excused = excusedBy(result, new Set(expected.map(({ id }) => id)));
  const rest = overallVerdict({ ...result, rows: forgiven(result.rows, excused) }).class;
  const others = failing.filter((row) => !expected.some(({ id }) => id === row.id)).map((row) => row.id);
  const lines = [
    ...(expected.length > 0 && stale.length === 0 ? [concluded(expected.length, verdict, rest, inFile)] : []),
    ...expected.map(({ id, reason, expires }) => `expected up to ${expires}: ${id}: ${shown(reason)}`),
    ...(entries.length > 0 && others.length > 0 ? [`not expected: ${others.join(', ')} ${inFile}`] : []),
    ...entries
      .filter(({ expires }) => expires < day)
      .map(({ id, expires }) => `expired: ${id}, on ${expires}: it no longer counts, renew or remove it ${inFile}`),
    ...(others.length > 0 && verdict !== 'non-conformant'
      ? [`exit code 1 by --fail-on ${failOn}: ${others.join(', ')}; the run is still ${verdict}`]
      : []),
    ...stale.map(({ id }) => `stale: ${id} passes, but is expected to fail: remove it ${inFile}`),
  ];
  // what fails has been shown, whatever is open beside it
  const exit = others.length > 0 ? exitCodes['non-conformant'] : exitOf(verdict, rest, stale.length > 0);
  const counting = new Set(failing.map(({ id }) => id));
  return { exit, lines, counting, excused, stale: new Set(stale.map(({ id }) => id)) };
}

function exitOf(verdict: Class, rest: Class, isStale: boolean): number {
  if (verdict === 'incomplete' || verdict === 'broken') return exitCodes[verdict];
  return isStale ? exitCodes['non-conformant'] : exitCodes[rest];
}

function concluded(count: number, verdict: Class, rest: Class, inFile: string): string {
  const what = `${verdict}; ${count} expected ${count === 1 ? 'failure' : 'failures'} ${inFile}`;
  return rest === 'conformant' || verdict !== 'non-conformant'
    ? what
    : `${what}; without ${count === 1 ? 'it' : 'them'} the run is ${rest}`;
}

/** These failures, and what could not be told because of them alone; without the smoke test nothing can be told. */
function excusedBy({ operation, rows }: Result, ids: ReadonlySet<string>): ReadonlySet<string> {
  const open = rows.filter(
    ({ id, verdict }) => id !== operation.smokeTest && verdict.kind === 'inconclusive' && restsOn(verdict.reason, ids),
  );
  return new Set([...ids, ...open.map(({ id }) => id)]);
}

/** The rows as if these were passes. */
function forgiven(rows: readonly Row[], ids: ReadonlySet<string>): readonly Row[] {
  const passed = { kind: 'pass', runs: 0, evidence: 'response' } as const;
  return rows.map((row): Row => (ids.has(row.id) ? { ...row, verdict: passed } : row));
}

/** A row tells three of its reasons at most: where there are three, there may be others. */
const allTold = 2;

function restsOn(reason: string, ids: ReadonlySet<string>): boolean {
  const parts = reason.split('; ');
  return parts.length <= allTold && parts.every((part) => ids.has(/^blocked by ([a-z.-]+): /.exec(part)?.[1] ?? ''));
}

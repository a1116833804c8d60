import { evidenceOf, overallVerdict, reasonOf, runsOf } from '../verdicts/overall-verdict.ts';
import type { Result, Row } from '../verdicts/result.ts';
import type { VerdictKind } from '../verdicts/verdict.ts';
import { curl, finding } from './finding.ts';
import { place, shown } from './text.ts';

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/** The format has no statuses for "we cannot tell" and "we broke"; `rawStatus` keeps them apart. */
const statuses = {
  pass: 'passed',
  fail: 'failed',
  inconclusive: 'other',
  'not-applicable': 'skipped',
  broken: 'other',
} as const satisfies Record<VerdictKind, Status>;

/**
 * `ctrf-report.json`, in the Common Test Report Format: one test per requirement. Like `junit.xml` it mirrors the rows;
 * the run's own result is in `extra` and in the exit code.
 */
export function ctrf(result: Result): string {
  const { class: verdict, headline } = overallVerdict(result);
  const { suite, contract, target, seed, interrupted, ledger } = result;
  const start = Date.parse(result.startedAt);
  const duration = Math.round(result.durationMs);
  const count = (status: Status) => result.rows.filter((row) => statuses[row.verdict.kind] === status).length;
  const report = {
    reportFormat: 'CTRF',
    specVersion: '0.1.0',
    generatedBy: `${suite.name} ${suite.version}`,
    results: {
      tool: { name: suite.name, version: suite.version },
      summary: {
        tests: result.rows.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: count('pending'),
        other: count('other'),
        start,
        stop: start + duration,
        duration,
      },
      tests: result.rows.map(test),
      environment: { appName: target.reference ? 'the reference backend' : shown(target.url) },
      extra: {
        verdict,
        headline,
        target: {
          url: shown(target.url),
          project: target.project === null ? null : shown(target.project),
          reference: target.reference,
        },
        contract: { id: shown(contract.id), sha256: contract.sha256, unparsed: contract.unparsed },
        matrix: suite.matrix,
        seed,
        interrupted,
        ledger: {
          requests: ledger.requests,
          volumesCreated: ledger.volumesCreated,
          volumesReturned: ledger.volumesReturned,
          left: ledger.left.map(({ volume, reason }) => ({ volume: shown(volume), reason: shown(reason) })),
        },
      },
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * A requirement as a test. The format wants a duration, which is 0, because checks run at the same time and none is
 * timed.
 */
function test(row: Row) {
  return {
    name: row.id,
    status: statuses[row.verdict.kind],
    duration: 0,
    suite: [row.id.split('.')[0] ?? row.id],
    rawStatus: row.verdict.kind,
    tags: [row.level],
    ...told(row),
    extra: {
      level: row.level,
      statement: shown(row.statement),
      evidence: evidenceOf(row),
      runs: runsOf(row),
      clauses: row.clauses.map(place),
      notes: row.notes.map((note) => shown(note)),
    },
  };
}

/** The message of a row that does not pass; for a failure, also the way to reproduce it. */
function told(row: Row): { readonly message?: string; readonly trace?: string; readonly snippet?: string } {
  const { verdict, level } = row;
  if (verdict.kind !== 'fail') {
    const reason = reasonOf(row);
    return reason === null ? {} : { message: `${verdict.kind}: ${shown(reason)}` };
  }
  const { counterexample } = verdict;
  const complaint = shown(counterexample.complaint);
  return {
    message: level === 'MUST' ? complaint : `${level}, does not change the class: ${complaint}`,
    trace: finding(row, counterexample)
      .map(({ label, text }) => `${label}: ${text}`)
      .join('\n'),
    snippet: curl(counterexample.curl),
  };
}

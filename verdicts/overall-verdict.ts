import { classify, summarize } from './fold.ts';
import { headline } from './headline.ts';
import type { Class, Result, Row, Summary } from './result.ts';
import type { Evidence } from './verdict.ts';

export interface OverallVerdict {
  readonly class: Class;
  readonly headline: string;
  readonly summary: Summary;
}

/** What a result comes to: the class that decides the exit code, the headline, the counts. Every format says the same. */
export function overallVerdict(result: Result): OverallVerdict {
  const { levels, smokeTest } = result.operation;
  // every MUST has to have a row: one that is missing was not run
  const expected = Object.keys(levels).filter((id) => levels[id] === 'MUST');
  const folded = classify(result.rows, { expected, smokeTest });
  // Interruption can spare the MUSTs and cut only rows that do not decide; such a run is still not a certificate.
  const missing = Object.keys(levels).some((id) => !result.rows.some((row) => row.id === id));
  const decided = folded === 'conformant' && (result.interrupted || result.partial || missing) ? 'incomplete' : folded;
  return { class: decided, headline: headline(result, decided), summary: summarize(result.rows) };
}

/** A result with what it comes to, as `run` tells it in its first line. */
export interface CertifiedResult extends Result {
  readonly verdict: Class;
  readonly headline: string;
}

/** The result with its verdict and headline beside all else. */
export function certified(result: Result): CertifiedResult {
  const { class: verdict, headline } = overallVerdict(result);
  return { ...result, verdict, headline };
}

/** Why there is no verdict on the endpoint; null where there is one. */
export function reasonOf(row: Row): string | null {
  return 'reason' in row.verdict ? row.verdict.reason : null;
}

export function evidenceOf(row: Row): Evidence | null {
  return 'evidence' in row.verdict ? row.verdict.evidence : null;
}

export function runsOf(row: Row): number {
  return 'runs' in row.verdict ? row.verdict.runs : 0;
}

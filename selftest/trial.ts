import { certify } from '../engine/certify.ts';
import type { Check } from '../engine/check.ts';
import type { Operation } from '../engine/operation.ts';
import { systemClock } from '../main/clock.ts';
import { operationNamed } from '../main/operations.ts';
import { defaults } from '../main/settings/settings.ts';
import { packageVersion } from '../main/version.ts';
import { findContract, type LoadedContract } from '../spec/load.ts';
import { lookupsFor } from '../targets/lookups.ts';
import { openTarget } from '../targets/open.ts';
import { classify } from '../verdicts/fold.ts';
import type { Class, Result } from '../verdicts/result.ts';
import type { VerdictKind } from '../verdicts/verdict.ts';
import { secretsOf } from '../wire/redact.ts';
import { contractOf, type TrialSubject } from './subject.ts';
import { transcribed } from './transcribed.ts';

/** How much a trial runs. */
export interface TrialExtent {
  readonly seed: number;
  readonly runs: number;
  readonly extensions: number;
  readonly concurrency: number;
  /** Cases a check that has nothing to do with the subject's fault, at most; absent: as many as the others. */
  readonly others?: number;
  /** Whether the run is judged again from its transcript. */
  readonly verified?: boolean;
}

/** What one run of the suite said of one subject. Plain data. */
export interface Trial {
  readonly subject: string;
  readonly seed: number;
  readonly class: Class;
  /** Requirement → verdict. */
  readonly verdicts: Readonly<Record<string, VerdictKind>>;
  /** Requirement that failed → requests until that was first seen. */
  readonly foundAfter: Readonly<Record<string, number>>;
  /** Requirement that failed → complaint. */
  readonly complaints: Readonly<Record<string, string>>;
  /** Requirement without a verdict → reason. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly requests: number;
  readonly volumes: number;
  /** Volumes that the suite could not give back, or that are there all the same. */
  readonly left: number;
  /** What of the report does not follow from the transcript. */
  readonly unverified: readonly string[];
}

/** Contracts by their ids, each read once. */
const known = new Map<string, LoadedContract>();

function certified(subject: TrialSubject) {
  const whole = operationNamed(subject.operation);
  if (whole === undefined) throw new TypeError(`nothing certifies ${subject.operation}`);
  const id = contractOf(subject);
  const contract = known.get(id) ?? findContract(id);
  known.set(id, contract);
  return { whole, contract };
}

/** The limits of a trial, in ms: the servers are ours and answer in no time. */
const limits = { requestMs: 10_000, jobMs: 3_000 };

/** Certifies one subject. */
export async function runTrial(subject: TrialSubject, extent: TrialExtent): Promise<Trial> {
  const { whole, contract } = certified(subject);
  const served = await subject.start();
  const clock = systemClock;
  const { requestMs, jobMs } = { ...limits, ...subject.limits };
  const { url, statesUrl: states, token } = served;
  const operation = { ...whole, checks: checksFor(whole, subject, extent) };
  const secrets = secretsOf(token);
  const recorder = extent.verified ? transcribed(contract, operation, () => secrets) : undefined;
  const observe = lookupsFor(contract.contract);
  const told = { onExchange: recorder?.exchange, onVolume: recorder?.volume };
  const places = { url, states, token, requestMs, waitMs: jobMs, observe, clock, ...told };
  const { target, close } = openTarget(places);
  try {
    const { minSize } = defaults;
    const version = packageVersion();
    const options = { contract, operation, target, clock, jobMs, minSize, version, recorder };
    const result = await certify({ ...options, ...extent });
    const unverified = (await recorder?.doubts(result)) ?? [];
    return { ...trialOf(subject, result, served.remaining()), unverified };
  } finally {
    close();
    await served.close();
  }
}

/**
 * Every check; those that the fault does not touch with fewer cases, where the extent says so. A requirement that is judged
 * on the answers to all checks needs all of them.
 */
function checksFor({ checks }: Operation, { owner, mayFail }: TrialSubject, { others }: TrialExtent): readonly Check[] {
  const own = checks.find(({ requirement }) => requirement === owner);
  if (others === undefined || own?.appliesTo !== undefined) return checks;
  return checks.map((check) =>
    check.kind === 'passive' || check === own || mayFail.includes(check.requirement)
      ? check
      : { ...check, atMost: Math.min(others, check.atMost ?? others) },
  );
}

function trialOf(subject: TrialSubject, result: Result, remaining: number): Omit<Trial, 'unverified'> {
  const { rows, ledger } = result;
  const failures = rows.flatMap(({ id, verdict }) => (verdict.kind === 'fail' ? [{ id, verdict }] : []));
  return {
    subject: subject.id,
    seed: result.seed,
    class: classify(rows, { expected: [], smokeTest: result.operation.smokeTest }),
    verdicts: Object.fromEntries(rows.map(({ id, verdict }) => [id, verdict.kind])),
    foundAfter: Object.fromEntries(failures.map(({ id, verdict }) => [id, verdict.foundAfter])),
    complaints: Object.fromEntries(failures.map(({ id, verdict }) => [id, verdict.counterexample.complaint])),
    reasons: Object.fromEntries(
      rows.flatMap(({ id, verdict }) =>
        verdict.kind === 'inconclusive' || verdict.kind === 'broken' ? [[id, verdict.reason]] : [],
      ),
    ),
    requests: ledger.requests,
    volumes: ledger.volumesCreated,
    left: ledger.left.length + remaining,
  };
}

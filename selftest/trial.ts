import { certify } from '../engine/certify.ts';
import type { Operation } from '../engine/operation.ts';
import type { Transcript } from '../evidence/transcript/writer.ts';
import { systemClock } from '../main/clock.ts';
import { operationNamed } from '../main/operations.ts';
import { defaults } from '../main/settings/settings.ts';
import { packageVersion } from '../main/version.ts';
import { findContract, type LoadedContract } from '../spec/load.ts';
import type { RequirementId } from '../spec/requirements.ts';
import { lookupsFor } from '../targets/lookups.ts';
import { openTarget } from '../targets/open.ts';
import { classify } from '../verdicts/fold.ts';
import type { Class, Result } from '../verdicts/result.ts';
import type { VerdictKind } from '../verdicts/verdict.ts';
import type { StepMark } from '../wire/exchange.ts';
import { secretsOf } from '../wire/redact.ts';
import { contradictions } from './agreement.ts';
import { openSentOrder } from './sent-order.ts';
import { contractOf, type TrialSubject } from './subject.ts';
import { transcribed } from './transcribed.ts';

/** The extent of a trial. */
export interface TrialExtent {
  readonly seed: number;
  readonly runs: number;
  readonly extensions: number;
  readonly concurrency: number;
  /** The most cases of a check that is unrelated to the subject's fault; absent: as many as the others. */
  readonly others?: number;
  /** Whether cases between checks are left out. */
  readonly isApart?: boolean;
  /** Whether the run is judged again from its transcript. */
  readonly verified?: boolean;
}

/** The suite's verdicts on one subject in one run. Plain data. */
export interface Trial {
  readonly subject: string;
  readonly seed: number;
  readonly class: Class;
  /** Requirement → verdict. */
  readonly verdicts: Readonly<Record<string, VerdictKind>>;
  /** Requests of the operation in the whole run up to the first that showed a failure; null if none did. */
  readonly foundAfter: number | null;
  /** Requirement that failed → complaint. */
  readonly complaints: Readonly<Record<string, string>>;
  /** Requirement without a verdict → reason. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly requests: number;
  readonly volumes: number;
  /** Volumes that the suite could not give back, or that still exist in spite of that. */
  readonly left: number;
  /** Parts of the report that do not follow from the transcript. */
  readonly unverified: readonly string[];
  /** Where the report contradicts itself. */
  readonly contradictions: readonly string[];
}

/** Contracts by id, each read once. */
const known = new Map<string, LoadedContract>();

function certified(subject: TrialSubject) {
  const whole = operationNamed(subject.operation);
  if (whole === undefined) throw new TypeError(`nothing certifies ${subject.operation}`);
  const id = contractOf(subject);
  const contract = known.get(id) ?? findContract(id);
  known.set(id, contract);
  return { whole, contract };
}

/** The limits of a trial, in ms: the servers are ours and answer at once. */
const limits = { requestMs: 10_000, jobMs: 3_000 };

/** Certifies one subject. */
export async function runTrial(subject: TrialSubject, extent: TrialExtent): Promise<Trial> {
  const { whole, contract } = certified(subject);
  const served = await subject.start();
  const clock = systemClock;
  const { requestMs, jobMs } = { ...limits, ...subject.limits };
  const { url, statesUrl: states, token } = served;
  const operation = { ...whole, ...casesFor(whole, subject, extent) };
  const secrets = secretsOf(token);
  const recorder = extent.verified ? transcribed(contract, operation, () => secrets) : undefined;
  const observe = lookupsFor(contract.contract);
  const sent = openSentOrder();
  const onExchange: Transcript['exchange'] = (exchange, held, times) => {
    recorder?.exchange(exchange, held, times);
    sent.see(exchange, times);
  };
  const shown: StepMark[] = [];
  const onFailure = (_: string, by: StepMark): void => void shown.push(by);
  const told = { onExchange, onVolume: recorder?.volume };
  const places = { url, states, token, requestMs, waitMs: jobMs, observe, clock, ...told };
  const { target, close } = openTarget(places);
  try {
    const { minSize } = defaults;
    const version = packageVersion();
    const options = { contract, operation, target, clock, jobMs, minSize, version, recorder, onFailure };
    const result = await certify({ ...options, ...extent });
    const unverified = (await recorder?.doubts(result)) ?? [];
    return {
      ...trialOf(subject, result, served.remaining()),
      foundAfter: sent.placeOf(shown),
      unverified,
      contradictions: contradictions(result, contract.contract),
    };
  } finally {
    close();
    await served.close();
  }
}

/**
 * Every check; those that the fault does not touch get fewer cases, if the extent says so. A passive check needs the checks
 * that it names, and an active one that judges the answers to others needs them all.
 */
function casesFor(
  { checks, interactions: all }: Operation,
  { owner, mayFail, meets }: TrialSubject,
  { others, isApart = false }: TrialExtent,
): Pick<Operation, 'checks' | 'interactions'> {
  const interactions = isApart ? undefined : all;
  const own = checks.find(({ requirement }) => requirement === owner);
  if (others === undefined || (own?.kind === 'active' && own.appliesTo !== undefined)) return { checks, interactions };
  const isMet = (id: RequirementId): boolean => meets === true || isTouched(id);
  const touched: readonly RequirementId[] = own?.kind === 'passive' ? [...mayFail, ...own.dependsOn] : mayFail;
  const isTouched = (id: RequirementId): boolean => id === owner || touched.includes(id);
  return {
    checks: checks.map((check) =>
      check.kind === 'passive' || isTouched(check.requirement)
        ? check
        : { ...check, atMost: Math.min(others, check.atMost ?? others) },
    ),
    interactions: interactions && {
      *cases(drawing, sent) {
        return new Map([...(yield* interactions.cases(drawing, sent))].filter(([id]) => isMet(id)));
      },
    },
  };
}

function trialOf(
  subject: TrialSubject,
  result: Result,
  remaining: number,
): Omit<Trial, 'foundAfter' | 'unverified' | 'contradictions'> {
  const { rows, ledger } = result;
  const failures = rows.flatMap(({ id, verdict }) => (verdict.kind === 'fail' ? [{ id, verdict }] : []));
  return {
    subject: subject.id,
    seed: result.seed,
    class: classify(rows, { expected: [], smokeTest: result.operation.smokeTest }),
    verdicts: Object.fromEntries(rows.map(({ id, verdict }) => [id, verdict.kind])),
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

import { roomOf } from '../generators/room.ts';
import type { Contract, Provenance } from '../spec/contract.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { Target } from '../targets/target.ts';
import { CouldNotRun } from '../targets/volume-source.ts';
import type { Result } from '../verdicts/result.ts';
import type { Clock } from '../wire/clock.ts';
import { redact, redactText } from '../wire/redact.ts';
import type { ActiveCheck } from './check.ts';
import { type CaseRunner, openCaseRunner } from './checking/case-runner.ts';
import type { Finding } from './checking/finding.ts';
import { judgeIncidentalFailures } from './checking/incidental-failures.ts';
import { minimise } from './checking/minimise.ts';
import { runChecks } from './checking/run-checks.ts';
import { openSchedule } from './checking/schedule.ts';
import { openStop, type StopOptions } from './checking/stop.ts';
import { watchesOf } from './checking/watch.ts';
import { certifiedOf } from './conclusion/certified.ts';
import { stoppedBy } from './conclusion/circumstances.ts';
import { conclude, shownFailures } from './conclusion/conclude.ts';
import { noteWaits, unserved } from './conclusion/waits.ts';
import { makeContact } from './contact/contact.ts';
import { openGuard } from './guard/guard.ts';
import { openRun } from './open-run.ts';
import type { Operation } from './operation.ts';
import { planRun } from './plan.ts';
import { noRecorder, type Recorder, recorded } from './recorder.ts';

export interface CertifyOptions {
  readonly contract: { readonly contract: Contract; readonly sha256: string; readonly provenance: Provenance | null };
  readonly target: Target;
  readonly seed: number;
  /** The certifier's text that chose the seed; it appears in the report. */
  readonly challenge?: string | undefined;
  /** Cases a check. */
  readonly runs: number;
  /** Accepted extensions a check. */
  readonly extensions: number;
  /** The largest size the target has room for, in GB; absent: the contract's maximum. */
  readonly maxGb?: number | undefined;
  /** The smallest volume the target gives, in GB. */
  readonly minSize: number;
  /** Hard limits of the whole run, for the report; the target enforces them. */
  readonly allowance?: { readonly volumes?: number | undefined; readonly requests?: number | undefined } | undefined;
  /** The requirements to judge; absent: all. Anything less than all is never conformant. */
  readonly only?: readonly RequirementId[] | undefined;
  /** The strongest requirements alone, a case each; never conformant. */
  readonly smoke?: boolean | undefined;
  /** Checks side by side. */
  readonly concurrency: number;
  /** How long an accepted request and its job may take, in ms. */
  readonly jobMs: number;
  readonly clock: Clock;
  /** Processor time that this process has used so far, in ms; absent where that is not the run's alone. */
  readonly processorMs?: (() => number) | undefined;
  /** Aborting it ends the run: the findings are reported, and every volume is returned. */
  readonly signal?: AbortSignal | undefined;
  /** The suite's version. */
  readonly version: string;
  /** sha256 of the matrix of trials of this version by this contract; absent: there is none. */
  readonly matrix?: string | undefined;
  /** Called as each case is done; `oneByOne`: those that are left go one at a time. */
  readonly onProgress?: ((done: number, of: number, id: RequirementId, oneByOne: boolean) => void) | undefined;
  /** Called as a requirement is first known to fail, with the request that showed it. */
  readonly onFailure?: StopOptions['onFailure'];
  /** Conditions that end the run early; absent: only a failing smoke test does. */
  readonly stops?: StopOptions | undefined;
  /** Records the data for judging again. */
  readonly recorder?: Recorder | undefined;
  /** The certified operation. */
  readonly operation: Operation;
}

/**
 * Certifies a target against a contract: loops over the registry, judges, and returns the result for any behaviour of the
 * target. Every volume obtained has been returned, or is listed in the ledger as left. Throws only if the suite is
 * broken outside any check.
 */
export async function certify(options: CertifyOptions): Promise<Result> {
  const { target, clock, seed } = options;
  const { contract, provenance, sha256 } = options.contract;
  const startedAt = clock.date();
  const start = clock.now();
  const processorBefore = options.processorMs?.() ?? null;
  const secrets = target.transport.auth.secrets;
  const room = roomOf(contract, options.minSize, options.maxGb);
  const abilities = {
    seesVolumes: target.observer.seesVolumes,
    seesJobs: target.observer.seesJobs,
    hasToken: target.transport.auth.kind !== 'none',
    fullRoom: room.full,
  };
  const { recorder = noRecorder, runs, extensions, minSize, maxGb = null, only = null, allowance } = options;
  const { smoke = false, stops = {} } = options;
  const maxTime = stops.maxMs === undefined ? null : stops.maxMs / 1000;
  const { volumes: maxVolumes = null, requests: maxRequests = null } = allowance ?? {};
  const described = { id: contract.id, sha256 };
  const url = redactText(target.url, secrets);
  recorder.begin({
    suite: options.version,
    contract: described,
    target: url,
    reference: target.reference ?? false,
    seed,
    runs,
    extensions,
    minSize,
    maxGb,
    maxVolumes,
    maxRequests,
    jobMs: options.jobMs,
    keeps: target.provisioner.keeps,
    only,
    smoke,
    failFast: stops.failFast !== undefined,
    maxTime,
    abilities,
  });
  const plan = planRun(options.operation, contract, abilities, options);
  const guard = openGuard(options.signal);
  // one volume at a time: no check of a smoke run looks after those that stand beside
  const schedule = openSchedule(smoke ? 1 : options.concurrency);
  const { onFailure } = options;
  const stop = openStop({ ...stops, smoke, onFailure }, { plan, guard, clock, schedule });
  const watches = watchesOf(plan, contract).map(stop.watching);
  target.spent?.addEventListener('abort', () => guard.stop(spentReason), { once: true });
  const { strain } = target.transport;
  strain.spent.addEventListener('abort', () => guard.stop(unserved(strain.figures())), { once: true });
  const opened = openRun(options, guard, room, watches);
  const { run, incidental, credentials, emptyPool, notes, crash, passing, project, acceptanceMap } = opened;
  const runnerFor = (check: ActiveCheck): CaseRunner =>
    recorded(check.requirement, recorder, openCaseRunner(check, run, { schedule, stop }));
  const own = new Map<RequirementId, Finding>();
  const cut = new Map<RequirementId, string>();
  let failedStart: string | undefined;
  try {
    const contact = await makeContact(run);
    await emptyPool();
    const checking = { run, plan, options, guard, schedule, stop, watches, runnerFor, emptyPool, findings: own, cut };
    await runChecks(checking, contact);
    const culprit = watches.find(({ check }) => check.requirement === stop.culprit());
    if (culprit !== undefined) await minimise(culprit, plan.active, run);
    stop.conclude();
    credentials.closeChecks();
    await judgeIncidentalFailures(incidental, plan, own, runnerFor);
    for (const watch of watches) await minimise(watch, plan.active, run);
  } catch (error) {
    if (!(error instanceof CouldNotRun)) throw error;
    failedStart = error.message;
  } finally {
    stop.close();
    await emptyPool();
  }
  noteWaits(run, strain.figures());
  const { useless } = target.provisioner;
  // what was found with volumes that others had as well, or of another project, is nobody's
  if (useless.aborted) failedStart ??= String(useless.reason);
  const distrust = failedStart === undefined ? distrustOf(target.provisioner.double()) : undefined;
  const ended = guard.cut();
  // what could pass by refusals alone was not refused for what it was
  for (const id of credentials.touched()) if (own.has(id)) cut.set(id, ended ?? '');
  const circumstances = { cut, ended, denial: credentials.denial(), failedStart, notes, distrust, crash: crash() };
  recorder.circumstances(circumstances);
  const found = { own, watches, passing };
  const rows = conclude(plan, found, circumstances, { contract, provenance, seed, secrets });
  return {
    operation: certifiedOf(options.operation),
    suite: { name: 'evs-conformance', version: options.version, matrix: options.matrix ?? null },
    contract: { ...described, unparsed: contract.unparsed.length },
    target: { url, project: redact(project(), secrets), reference: target.reference ?? false },
    seed,
    budget: { runs, extensions, maxGb, maxVolumes, maxRequests, maxTime },
    smoke,
    stopped: stoppedBy(circumstances, secrets),
    challenge: options.challenge ?? null,
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Math.round(clock.now() - start),
    processorMs: processorBefore === null ? null : (options.processorMs?.() ?? 0) - processorBefore,
    interrupted: options.signal?.aborted ?? false,
    partial: options.only !== undefined || smoke || (options.signal?.aborted ?? false),
    rows,
    survey: redact(acceptanceMap(shownFailures(rows, found)), secrets),
    passing: passing.counts(),
    ledger: {
      requests: target.transport.count(),
      ...redact(target.provisioner.summary(), secrets),
      ...(target.provisioner.keeps ? { lent: true } : {}),
    },
  };
}

/** If the set-up recreates a volume in use, the target seems to have changed it. */
const distrustOf = (double: string | undefined): string | undefined =>
  double === undefined
    ? undefined
    : `the volume ${double} was handed out again while it was in use: the set-up may be the cause of what went wrong`;

const spentReason = 'budget: all requests that --max-requests allows were sent';

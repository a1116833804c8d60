import { roomOf } from '../generators/room.ts';
import type { Contract, Provenance } from '../spec/contract.ts';
import type { RequirementId } from '../spec/requirements.ts';
import { CouldNotRun, type Target } from '../targets/target.ts';
import { cornerstone } from '../verdicts/fold.ts';
import type { Result } from '../verdicts/result.ts';
import type { Clock } from '../wire/clock.ts';
import { redact, redactText } from '../wire/redact.ts';
import type { Check } from './check.ts';
import { makeContact } from './engine/contact.ts';
import type { Finding } from './engine/finding.ts';
import { openGuard } from './engine/guard.ts';
import { minimise } from './engine/minimise.ts';
import { openRun } from './engine/open-run.ts';
import { planRun } from './engine/plan.ts';
import { gated, type RowContext, untestedRows } from './engine/rows.ts';
import { runChecks } from './engine/run-checks.ts';
import { judgeSuspicions } from './engine/suspicions.ts';
import { hideUnselected, rowFor, together } from './engine/table.ts';
import { openWatch } from './engine/watch.ts';
import { checks as everyCheck } from './registry.ts';
import type { Step } from './step.ts';

export interface CertifyOptions {
  readonly contract: { readonly contract: Contract; readonly sha256: string; readonly provenance: Provenance | null };
  readonly target: Target;
  readonly seed: number;
  /** Cases a check. */
  readonly runs: number;
  /** Accepted extensions a check. */
  readonly extensions: number;
  /** The largest size the target has room for, in GB; absent: the contract's maximum. */
  readonly maxGb?: number | undefined;
  /** The smallest volume the target gives, in GB. */
  readonly minSize: number;
  /** The requirements to judge; absent: all. Anything less than all is never conformant. */
  readonly only?: readonly RequirementId[] | undefined;
  /** Checks side by side. */
  readonly concurrency: number;
  /** How long an extension and its job may take, in ms. */
  readonly jobMs: number;
  readonly clock: Clock;
  /** Processor time that this process has used so far, in ms; absent where that is not the run's alone. */
  readonly processorMs?: (() => number) | undefined;
  /** Aborting it ends the run: what was found is reported, every volume given back. */
  readonly signal?: AbortSignal | undefined;
  /** The suite's version. */
  readonly version: string;
  /** sha256 of the matrix of trials of this version by this contract; absent: there is none. */
  readonly matrix?: string | undefined;
  /** Called as each requirement's cases are done. */
  readonly onProgress?: ((done: number, of: number, id: RequirementId) => void) | undefined;
  /** Shown every request to extend with all that was seen around it, in the order in which they end. */
  readonly onStep?: ((step: Step) => void) | undefined;
  /** Departs from the registry; for our own tests. */
  readonly checks?: readonly Check[];
}

/**
 * Certifies a target against a contract: loops over the registry, judges, and comes back with the result, whatever the
 * target does. Every volume obtained has been given back, or is listed in the ledger as left. Throws only where we are
 * broken outside any check.
 */
export async function certify(options: CertifyOptions): Promise<Result> {
  const { target, clock, seed } = options;
  const { contract, provenance, sha256 } = options.contract;
  const startedAt = clock.now();
  const processorBefore = options.processorMs?.() ?? null;
  const secrets = target.transport.auth.secrets;
  const context: RowContext = { contract, provenance, seed, secrets };
  const room = roomOf(contract, options.minSize, options.maxGb);
  const abilities = {
    seesVolumes: target.observer.seesVolumes,
    seesJobs: target.observer.seesJobs,
    hasToken: target.transport.auth.kind !== 'none',
    fullRoom: room.full,
  };
  const all = options.checks ?? everyCheck;
  const plan = planRun(all, contract, abilities, options.only);
  const watches = [...plan.witnesses, ...plan.active]
    .filter((check) => check.watches !== undefined)
    .map((check) => openWatch(check, contract));
  const guard = openGuard(options.signal);
  target.spent?.addEventListener('abort', () => guard.stop(spentReason), { once: true });
  const { run, suspicions, emptyFleet, notes, crash, survey } = openRun(options, guard, room, watches);
  const findings = new Map<RequirementId, Finding>();
  const cut = new Map<RequirementId, string>();
  let failedStart: string | undefined;
  try {
    await makeContact(run);
    // nothing of the first contact is left when the bystanders are watched
    await emptyFleet();
    await runChecks(run, plan, options, findings, cut, guard);
    await judgeSuspicions(suspicions, run, plan, findings);
    for (const watch of watches) await minimise(watch, plan.active, run);
  } catch (error) {
    if (!(error instanceof CouldNotRun)) throw error;
    failedStart = error.message;
  } finally {
    await emptyFleet();
  }
  for (const watch of watches) {
    const id = watch.check.requirement;
    findings.set(id, together(findings.get(id), watch.finding()));
  }
  const stone = findings.get(cornerstone);
  if (stone !== undefined) findings.set(cornerstone, { ...stone, crash: stone.crash ?? crash() });
  const outcomes = { plan, findings, cut, ended: guard.cut(), failedStart, notes };
  const distrust = distrustOf(target.custody.double());
  const rows = all.map((check) => rowFor(check, outcomes, { ...context, distrust }));
  return {
    suite: { name: 'evs-conformance', version: options.version, matrix: options.matrix ?? null },
    contract: { id: contract.id, sha256, unparsed: contract.unparsed.length },
    target: { url: redactText(target.url, secrets) },
    seed,
    startedAt: new Date(startedAt).toISOString(),
    durationMs: clock.now() - startedAt,
    processorMs: processorBefore === null ? null : (options.processorMs?.() ?? 0) - processorBefore,
    interrupted: options.signal?.aborted ?? false,
    partial: options.only !== undefined || (options.signal?.aborted ?? false),
    rows: [...hideUnselected(gated(rows), plan), ...untestedRows(context)],
    survey: redact(survey(), secrets),
    ledger: { requests: target.transport.count(), ...redact(target.custody.summary(), secrets) },
  };
}

/** A volume that the set-up made anew while it was in use looks as if the target had changed it. */
const distrustOf = (double: string | undefined): string | undefined =>
  double === undefined
    ? undefined
    : `the volume ${double} was handed out again while it was in use: what went wrong may be the set-up's doing`;

const spentReason = 'capped: as many requests were sent as --max-requests allows';

import { noPictures } from '../../engine/acceptance-mapper.ts';
import type { Finding } from '../../engine/checking/finding.ts';
import { watchesOf } from '../../engine/checking/watch.ts';
import { certifiedOf } from '../../engine/conclusion/certified.ts';
import { type Circumstances, stoppedBy } from '../../engine/conclusion/circumstances.ts';
import { conclude, inAll, shownFailures } from '../../engine/conclusion/conclude.ts';
import { openPassing } from '../../engine/conclusion/passing.ts';
import { openProject } from '../../engine/conclusion/project.ts';
import { passingSuccess } from '../../engine/judge/jobs.ts';
import type { Operation } from '../../engine/operation.ts';
import { planRun, type Wish } from '../../engine/plan.ts';
import type { Repeatable } from '../../engine/replay.ts';
import { judgedStep } from '../../engine/step.ts';
import { roomOf } from '../../generators/room.ts';
import type { Contract, Provenance } from '../../spec/contract.ts';
import type { Result, Spending } from '../../verdicts/result.ts';
import { shownSecrets } from '../../wire/redact.ts';
import { account } from './account/account.ts';
import { type Sent, sentOf } from './account/sent.ts';
import type { EndLine, RunLine } from './lines.ts';
import { oddities } from './oddities.ts';
import { atLine, type Problem } from './problem.ts';
import type { ReadTranscript } from './reader.ts';
import { type Rebuilt, rebuild } from './rebuild.ts';
import { type Rerun, rerun } from './rerun.ts';

/** The result of a transcript for a reader who trusts only it and the contract. */
export interface Verified {
  /** The report that follows. */
  readonly result: Result;
  /** Of `report.html`. */
  readonly lang: string;
  /** The case that shows each failure. */
  readonly counterexamples: readonly Repeatable[];
  /** All contradictions, in the order of the file; empty if there are none. */
  readonly problems: readonly Problem[];
  readonly counts: { readonly exchanges: number; readonly steps: number; readonly cases: number };
  /** The times of the answers by the target's own clock (`Date`), in ms since 1970. */
  readonly dates: readonly number[];
  /** The first names that answers give the server (`Server`), each once. */
  readonly servers: ReadonlySet<string>;
}

interface Trusted {
  readonly contract: Contract;
  readonly sha256: string;
  readonly provenance: Provenance | null;
  /** sha256 of the matrix of trials of this version by this contract, as far as there is one. */
  readonly matrix: string | undefined;
  /** The certified operation. */
  readonly operation: Operation;
}

/** Judges a run again from its transcript alone. */
export async function verify(
  { run, lines, end, problems: edited, servers }: ReadTranscript,
  trusted: Trusted,
): Promise<Verified> {
  const { contract, operation, sha256, provenance } = trusted;
  const all = operation.checks;
  const problems: Problem[] = [...edited];
  const tell = (problem: Problem): void => void problems.push(problem);
  const room = roomOf(contract, run.minSize, run.maxGb ?? undefined);
  const plan = planRun(operation, contract, run.abilities, wishOf(run));
  const rebuilt = rebuild(operation, contract, run, tell);
  const watches = watchesOf(plan, contract);
  const mapper = operation.openAcceptanceMapper?.(contract, room) ?? noPictures;
  const passing = openPassing(operation, contract);
  const project = openProject();
  const passingSuccesses: string[] = [];
  const sent: Sent[] = [];
  const recorded = {
    cases: lines.filter((one) => one.kind === 'case'),
    closings: lines.filter((one) => one.kind === 'close'),
  };
  for (const one of lines) {
    if (one.kind === 'exchange') rebuilt.exchange(one);
    else if (one.kind === 'reading') rebuilt.reading(one);
    else if (one.kind === 'step') {
      const step = rebuilt.step(one);
      if (step === undefined) continue;
      const check = all.find(({ requirement }) => requirement === step.check);
      sent.push(sentOf(one, step, check, contract, operation.effect, rebuilt.exchangeOfReading));
      if (!one.watched) continue;
      mapper.see(step);
      passing.see(step);
      project.see(step);
      passingSuccesses.push(...[passingSuccess(step, operation.effect)].filter((said) => said !== undefined));
      for (const watch of watches) watch.see(step);
    }
  }
  rebuilt.close();
  const circumstances = circumstancesOf(end, rebuilt);
  // a run that could not start has judged nothing
  const { findings, taken }: Rerun =
    circumstances.failedStart === undefined
      ? await rerun(contract, plan, run, recorded, rebuilt, tell)
      : { findings: new Map(), taken: new Set() };
  const counts = { ...rebuilt.counts(), cases: recorded.cases.length };
  for (const what of oddities(end, { plan, lines, run, counts, denial: circumstances.denial, passingSuccesses }))
    tell(atLine(end.line, what));
  const whole = { contract, room, plan, run, end, sent, findings, taken, ...recorded };
  const hasShown = watches.some((watch) => watch.finding().failure !== undefined);
  const exchanges = lines.filter((one) => one.kind === 'exchange');
  const volumes = lines.filter((one) => one.kind === 'volume');
  const everything = { ...whole, exchanges, volumes, isCut: isCut(end), hasShown };
  // what does not even hold by itself is named already
  if (problems.length === 0) problems.push(...account(everything, rebuilt.places(), rebuilt));
  const secrets = shownSecrets(end.placeholders);
  const found = { own: findings, watches, passing };
  const rows = conclude(plan, found, circumstances, {
    contract,
    provenance,
    seed: run.seed,
    secrets,
  });
  const interrupted = end.circumstances.ended === 'interrupted';
  const result: Result = {
    ...end.result,
    operation: certifiedOf(operation),
    suite: { name: 'evs-conformance', version: run.suite, matrix: trusted.matrix ?? null },
    contract: { id: contract.id, sha256, unparsed: contract.unparsed.length },
    target: { url: run.target, project: project.used(), reference: run.reference },
    seed: run.seed,
    budget: budgetOf(run),
    smoke: run.smoke,
    stopped: stoppedBy(circumstances, secrets),
    interrupted,
    partial: run.only !== null || run.smoke || interrupted,
    rows,
    survey: mapper.map(shownFailures(rows, found)),
    passing: passing.counts(),
  };
  const counterexamples = [...inAll(found).values()].flatMap(repeatable);
  return {
    result,
    lang: end.lang,
    counterexamples,
    problems: inOrder(problems),
    counts,
    dates: exchanges.map(({ date }) => date).filter((date) => !Number.isNaN(date)),
    servers: servers,
  };
}

/** The requested part of the operation. */
export const wishOf = ({ only, smoke }: RunLine): Wish => ({ only: only ?? undefined, smoke });

const budgetOf = ({ runs, extensions, maxGb, maxVolumes, maxRequests, maxTime }: RunLine): Spending => ({
  runs,
  extensions,
  maxGb,
  maxVolumes,
  maxRequests,
  maxTime,
});

function repeatable({ requirement, failure }: Finding): readonly Repeatable[] {
  if (failure === undefined) return [];
  const { complaint, evidence, recipe, path } = failure;
  const sent = judgedStep(evidence.trace);
  // as it was sent, with the history of its volume, rather than as it was drawn
  return [
    {
      requirement,
      by: path.startsWith('via ') ? sent.check : requirement,
      recipe: sent.recipe ?? recipe,
      complaint: complaint.text,
    },
  ];
}

function circumstancesOf({ circumstances }: EndLine, { exchangeOf }: Pick<Rebuilt, 'exchangeOf'>): Circumstances {
  const { cut, ended, denial, failedStart, notes, distrust, crash } = circumstances;
  return {
    cut: new Map(Object.entries(cut)) as Circumstances['cut'],
    ended: ended ?? undefined,
    denial: denial === null ? undefined : exchangeOf(denial),
    failedStart: failedStart ?? undefined,
    notes: new Map(Object.entries(notes)) as Circumstances['notes'],
    distrust: distrust ?? undefined,
    crash: crash ?? undefined,
  };
}

/** Whether a run was cut short, or broke: then no MUST of it is conformant. */
const isCut = ({ circumstances: { ended, failedStart, crash } }: EndLine): boolean =>
  [ended, failedStart, crash].some((one) => one !== null);

/** By lines; problems without a line come last. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const lineOf = ({ where }: Problem): number => Number(/line (\d+)$/.exec(where)?.[1] ?? Number.POSITIVE_INFINITY);
  return [...problems].sort((one, other) => lineOf(one) - lineOf(other));
}

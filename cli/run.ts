import { randomInt } from 'node:crypto';
import { terminal } from '../reports/console.ts';
import { standing } from '../reports/standing.ts';
import { shown } from '../reports/text.ts';
import { certify } from '../suites/certify.ts';
import { openTranscript, type Transcript } from '../suites/transcript.ts';
import { openTarget } from '../targets/open.ts';
import { referenceSource } from '../targets/sweep.ts';
import { exitCodes } from '../verdicts/fold.ts';
import type { Result } from '../verdicts/result.ts';
import { decide } from './baseline.ts';
import { readBaseline } from './baseline-file.ts';
import { systemClock } from './clock.ts';
import { contractNamed } from './contracts.ts';
import { prepareReports, writeReports } from './files.ts';
import type { Io } from './io.ts';
import { matrixDigest } from './matrix.ts';
import { noProgress, openProgress } from './progress.ts';
import { referenceJobMs, startReference } from './reference.ts';
import type { Settings } from './settings.ts';
import { onInterrupt } from './signals.ts';
import { targetOptions } from './target.ts';
import { terminalOptions } from './terminal.ts';
import { openTranscriptFile, transcriptIn } from './transcript.ts';
import { packageVersion } from './version.ts';

/** Certifies as the settings say, until Ctrl-C; writes the reports, answers the exit code. */
export async function runCommand(settings: Settings, io: Io): Promise<number> {
  const interrupt = onInterrupt();
  try {
    return await runOnce(settings, io, interrupt.signal);
  } finally {
    interrupt.release();
  }
}

/** One run, which `signal` interrupts: the reports are written all the same. */
export async function runOnce(settings: Settings, io: Io, signal: AbortSignal): Promise<number> {
  const contract = contractNamed(settings.contract);
  const baseline = settings.baseline === undefined ? undefined : readBaseline(settings.baseline);
  prepareReports(settings.report);
  const progress = settings.quiet ? noProgress : openProgress(process.stderr, io.env, systemClock.now);
  try {
    const result = await certifyTarget(settings, contract, signal, progress);
    progress.clear();
    const files = writeReports(settings.report, result, { lang: settings.lang });
    const { class: verdict, headline } = standing(result);
    io.out(settings.quiet ? `${headline}\n` : terminal(result, terminalOptions(io.env, process.stdout)));
    if (settings.quiet) tellLeft(result, io);
    const decision = baseline === undefined ? { exit: exitCodes[verdict], lines: [] } : decide(result, baseline);
    for (const line of decision.lines) io.out(`${line}\n`);
    io.out(`reports: ${[...files, transcriptIn(settings.report)].join('  ')}\n`);
    return decision.exit;
  } finally {
    progress.clear();
  }
}

/** Volumes that stay cost money: that is told, however little else is. */
function tellLeft({ ledger }: Result, io: Io): void {
  const count = ledger.left.length;
  if (count > 0)
    io.err(`evs-conformance: ${count} left behind, listed in the report: evs-conformance sweep tries again\n`);
}

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Runs the engine against the target of the settings, or against the reference backend. */
export async function certifyTarget(
  settings: Settings,
  contract: ReturnType<typeof contractNamed>,
  signal: AbortSignal,
  progress = noProgress,
): Promise<Result> {
  const reference = settings.target === undefined ? await startReference(settings.fault) : undefined;
  const { jobMs } = settings.limits;
  const clock = systemClock;
  const file = openTranscriptFile(settings.report);
  const seed = settings.seed ?? randomInt(2 ** 31 - 1);
  const {
    contract: { id },
    sha256,
  } = contract;
  let transcript: Transcript | undefined;
  const opened = openTarget({
    ...targetOptions(settings, settings.target ?? reference?.target ?? unreachable()),
    ...(reference === undefined ? {} : { sourceName: referenceSource }),
    signal,
    onExchange: (exchange) => transcript?.exchange(exchange),
    warn: (text) => {
      progress.clear();
      process.stderr.write(`evs-conformance: ${shown(text)}\n`);
    },
  });
  const { url, transport } = opened.target;
  const head = { suite: packageVersion(), contract: { id, sha256 }, target: url, seed };
  transcript = openTranscript(head, () => transport.auth.secrets, file.write);
  try {
    const result = await certify({
      contract,
      target: opened.target,
      seed,
      runs: settings.runs,
      extensions: settings.extensions,
      maxGb: settings.maxGb,
      minSize: settings.minSize,
      only: settings.only,
      concurrency: settings.concurrency,
      jobMs: reference === undefined ? jobMs : Math.min(jobMs, referenceJobMs),
      clock,
      // the reference backend runs in the same process
      processorMs: reference === undefined ? processorMs : undefined,
      signal,
      version: packageVersion(),
      matrix: matrixDigest(contract.sha256),
      onProgress: progress.show,
      onStep: transcript.step,
    });
    transcript.end();
    return result;
  } finally {
    opened.close();
    await reference?.close();
    file.close();
  }
}

function unreachable(): never {
  throw new TypeError('a run has a target or starts the reference backend');
}

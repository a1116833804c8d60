import { openSigner } from '../main/attestation.ts';
import { decide } from '../main/baseline.ts';
import { readBaseline } from '../main/baseline-file.ts';
import { certifyTarget } from '../main/certify-target.ts';
import { systemClock } from '../main/clock.ts';
import { noProgress, openProgress } from '../main/progress.ts';
import { clearReports, writeReports } from '../main/report-folder/files.ts';
import { readHistory } from '../main/report-folder/history.ts';
import { ledgerIn, outstandingIn } from '../main/report-folder/ledger.ts';
import { holding } from '../main/report-folder/lock.ts';
import { transcriptIn } from '../main/report-folder/transcript.ts';
import { writeTrend } from '../main/report-folder/trend.ts';
import type { Settings } from '../main/settings/settings.ts';
import { folderWord } from '../main/shell-word.ts';
import { terminal } from '../reports/console.ts';
import type { LoadedContract } from '../spec/load.ts';
import { overallVerdict } from '../verdicts/overall-verdict.ts';
import type { Result } from '../verdicts/result.ts';
import { type EarlierRun, failingSince } from '../verdicts/trend.ts';
import { tellGithub } from './github.ts';
import type { Io } from './io.ts';
import { flagWords, type Typed } from './replay-target.ts';
import { onInterrupt } from './signals.ts';
import { terminalOptions } from './terminal.ts';

/** Certifies by the settings, until Ctrl-C; writes the reports, and resolves with the exit code. */
export async function runCommand(settings: Settings, contract: LoadedContract, io: Io, typed: Typed): Promise<number> {
  const interrupt = onInterrupt();
  try {
    return await runOnce(settings, contract, io, interrupt.signal, { typed });
  } finally {
    interrupt.release();
  }
}

/** The input of a run besides its settings: shared by many runs, or from the command line. */
interface AskedFor {
  /** The earlier runs, if they have been read for many runs. */
  readonly history?: readonly EarlierRun[] | undefined;
  /** The flags as typed. */
  readonly typed?: Typed;
}

/** One run; the reports are written even if `signal` interrupts it. */
export async function runOnce(
  settings: Settings,
  contract: LoadedContract,
  io: Io,
  signal: AbortSignal,
  { history = earlierRuns(settings.history), typed = {} }: AskedFor = {},
): Promise<number> {
  const baseline = settings.baseline === undefined ? undefined : readBaseline(settings.baseline);
  const signer = settings.sign === undefined ? undefined : openSigner(settings.sign);
  const target = settings.target?.url ?? 'the reference backend';
  return holding(settings.report, `a run against ${target}`, async (lock) => {
    clearReports(settings.report);
    tellOutstanding(settings.report, io);
    const progress = settings.quiet ? noProgress : openProgress(process.stderr, io.env, systemClock.now);
    try {
      const either = AbortSignal.any([signal, lock.lost]);
      const result = await certifyTarget(settings, contract, { signal: either, progress, baseline });
      progress.clear();
      lock.check();
      const since = history === undefined ? undefined : failingSince(result, history);
      if (since !== undefined) writeTrend(settings.report, since);
      const files = writeReports(settings.report, result, { lang: settings.lang, since });
      const signed = signer === undefined ? [] : [signer.sign(settings.report)];
      const { headline } = overallVerdict(result);
      const options = { ...terminalOptions(io.env, process.stdout), verbose: settings.verbose, since };
      const replay = [folderWord(settings.report), ...flagWords({ ...typed, report: undefined })].join(' ');
      io.out(settings.quiet ? `${headline}\n` : terminal(result, { ...options, replay }));
      if (settings.quiet) tellLeft(result, io);
      const decision = decide(result, baseline, settings.failOn);
      for (const line of decision.lines) io.out(`${line}\n`);
      tellGithub(result, decision, { folder: settings.report, io });
      io.out(`reports: ${[...files, transcriptIn(settings.report), ...signed].join('  ')}\n`);
      return decision.exit;
    } finally {
      progress.clear();
    }
  });
}

/** The reports in the folder of `--history`; undefined without one. Throws `UsageError` if it cannot be read. */
export function earlierRuns(folder: string | undefined): readonly EarlierRun[] | undefined {
  return folder === undefined ? undefined : readHistory(folder);
}

/** A run after one that died continues its ledger; volumes that the earlier run left stay out. */
function tellOutstanding(folder: string, io: Io): void {
  const { volumes, setUps } = outstandingIn(folder);
  const count = volumes.length + setUps.length;
  if (count === 0) return;
  io.err(
    `evs-conformance: an earlier run left ${count} behind, listed in ${ledgerIn(folder)}: evs-conformance sweep returns them if it can\n`,
  );
}

/** Volumes left behind cost money, so they are reported in any case. */
function tellLeft({ ledger }: Result, io: Io): void {
  const count = ledger.left.length;
  if (count > 0)
    io.err(`evs-conformance: ${count} left behind, listed in the report: evs-conformance sweep tries again\n`);
}

import { randomInt } from 'node:crypto';
import { terminal } from '../reports/console.ts';
import { standing } from '../reports/standing.ts';
import { shown } from '../reports/text.ts';
import { certify } from '../suites/certify.ts';
import { openTarget } from '../targets/open.ts';
import { referenceSource } from '../targets/sweep.ts';
import { exitCodes } from '../verdicts/fold.ts';
import type { Result } from '../verdicts/result.ts';
import { systemClock } from './clock.ts';
import { contractNamed } from './contracts.ts';
import { prepareReports, writeReports } from './files.ts';
import { matrixDigest } from './matrix.ts';
import { openProgress } from './progress.ts';
import { referenceJobMs, startReference } from './reference.ts';
import type { Settings } from './settings.ts';
import { onInterrupt } from './signals.ts';
import { targetOptions } from './target.ts';
import { terminalOptions } from './terminal.ts';
import { packageVersion } from './version.ts';

/** Certifies as the settings say, writes the reports, answers the exit code. */
export async function runCommand(settings: Settings): Promise<number> {
  const contract = contractNamed(settings.contract);
  prepareReports(settings.report);
  const progress = openProgress(process.stderr, process.env);
  const interrupt = onInterrupt();
  try {
    const result = await certifyTarget(settings, contract, interrupt.signal, progress.show);
    progress.clear();
    const files = writeReports(settings.report, result);
    process.stdout.write(terminal(result, terminalOptions(process.env, process.stdout)));
    process.stdout.write(`reports: ${files.join('  ')}\n`);
    return exitCodes[standing(result).class];
  } finally {
    progress.clear();
    interrupt.release();
  }
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
  onProgress?: (done: number, of: number, id: string) => void,
): Promise<Result> {
  const reference = settings.target === undefined ? await startReference(settings.fault) : undefined;
  const { jobMs } = settings.limits;
  const clock = systemClock;
  const opened = openTarget({
    ...targetOptions(settings, settings.target ?? reference?.target ?? unreachable()),
    ...(reference === undefined ? {} : { sourceName: referenceSource }),
    signal,
    warn: (text) => process.stderr.write(`evs-conformance: ${shown(text)}\n`),
  });
  try {
    return await certify({
      contract,
      target: opened.target,
      seed: settings.seed ?? randomInt(2 ** 31 - 1),
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
      onProgress,
    });
  } finally {
    opened.close();
    await reference?.close();
  }
}

function unreachable(): never {
  throw new TypeError('a run has a target or starts the reference backend');
}

import { randomInt } from 'node:crypto';
import { shown } from '../reports/text.ts';
import type { LoadedContract } from '../spec/load.ts';
import { certify } from '../suites/certify.ts';
import { openTranscript, type Transcript } from '../suites/transcript.ts';
import { openTarget } from '../targets/open.ts';
import { referenceSource } from '../targets/sweep.ts';
import type { Result } from '../verdicts/result.ts';
import { systemClock } from './clock.ts';
import { matrixDigest } from './matrix.ts';
import { noProgress, type Progress } from './progress.ts';
import { referenceJobMs, startReference } from './reference.ts';
import type { Settings } from './settings.ts';
import { targetOptions } from './target.ts';
import { openTranscriptFile, type TranscriptFile } from './transcript.ts';
import { packageVersion } from './version.ts';

const noTranscriptFile: TranscriptFile = { write: () => {}, close: () => {} };

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What the engine is told: without a folder nothing is written but what the caller writes. */
export type RunSettings = Omit<Settings, 'report'> & { readonly report: string | undefined };

interface Surroundings {
  /** Aborting it ends the run: what was found is in the result, every volume given back. */
  readonly signal?: AbortSignal | undefined;
  readonly progress?: Progress;
  /** Something else runs in this process as well, so that its processor time is not the run's. */
  readonly isShared?: boolean;
}

/** Runs the engine against the target of the settings, or against the reference backend. */
export async function certifyTarget(
  settings: RunSettings,
  contract: LoadedContract,
  { signal, progress = noProgress, isShared = settings.target === undefined }: Surroundings = {},
): Promise<Result> {
  const reference = settings.target === undefined ? await startReference(settings.fault) : undefined;
  const { jobMs } = settings.limits;
  const clock = systemClock;
  const file = settings.report === undefined ? noTranscriptFile : openTranscriptFile(settings.report);
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
      challenge: settings.challenge,
      runs: settings.runs,
      extensions: settings.extensions,
      maxGb: settings.maxGb,
      minSize: settings.minSize,
      only: settings.only,
      concurrency: settings.concurrency,
      jobMs: reference === undefined ? jobMs : Math.min(jobMs, referenceJobMs),
      clock,
      processorMs: isShared ? undefined : processorMs,
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

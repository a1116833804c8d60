import { randomInt } from 'node:crypto';
import { certify } from '../engine/certify.ts';
import type { StopOptions } from '../engine/checking/stop.ts';
import { openTranscript } from '../evidence/transcript/writer.ts';
import type { LoadedContract } from '../spec/load.ts';
import type { Result } from '../verdicts/result.ts';
import { openSecrets } from '../wire/redact.ts';
import { type Baseline, validOn } from './baseline.ts';
import { systemClock } from './clock.ts';
import { onTarget } from './on-target.ts';
import { operationOf } from './operations.ts';
import { noProgress, type Progress } from './progress.ts';
import { checkRemoval, keepsVolumes } from './removal.ts';
import { openTranscriptFile, type TranscriptFile } from './report-folder/transcript.ts';
import type { RunSettings } from './settings/settings.ts';
import { sizeLimit } from './size-limit.ts';
import { trialsDigest } from './trials.ts';
import { packageVersion } from './version.ts';

const noTranscriptFile: TranscriptFile = { write: () => {}, broken: new AbortController().signal, close: () => {} };

/** Nothing is sent before the target is open. */
const noSecrets = openSecrets();

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

interface CertifySurroundings {
  /** Aborting it ends the run: the findings are in the result, and every volume is returned. */
  readonly signal?: AbortSignal | undefined;
  readonly progress?: Progress;
  /** Failures that are expected, and stop nothing. */
  readonly baseline?: Baseline | undefined;
  /** Other code runs in this process as well, so its processor time is not the run's. */
  readonly isShared?: boolean;
}

/**
 * Runs the engine against the target of the settings, or against the reference backend.
 *
 * @throws UsageError where volumes would be removed that the run did not create
 */
export async function certifyTarget(
  settings: RunSettings,
  contract: LoadedContract,
  {
    signal: asked,
    progress = noProgress,
    baseline,
    isShared = settings.target === undefined,
  }: CertifySurroundings = {},
): Promise<Result> {
  const operation = operationOf(contract.contract);
  checkRemoval(operation, keepsVolumes(settings));
  const file = settings.report === undefined ? noTranscriptFile : openTranscriptFile(settings.report);
  // without a transcript there is no report to go on for
  const signal = asked === undefined ? file.broken : AbortSignal.any([asked, file.broken]);
  let secrets = noSecrets;
  const transcript = openTranscript(() => secrets, file.write);
  try {
    return await onTarget(
      settings,
      { contract: contract.contract, signal, progress, onExchange: transcript.exchange, onVolume: transcript.volume },
      async ({ target, jobMs }) => {
        secrets = target.transport.auth.secrets;
        const result = await certify({
          contract,
          operation,
          target,
          seed: settings.seed ?? randomInt(2 ** 31 - 1),
          challenge: settings.challenge,
          runs: settings.runs,
          extensions: settings.extensions,
          maxGb: sizeLimit(settings, contract.contract),
          minSize: settings.minSize,
          allowance: settings.allowance,
          only: settings.only,
          smoke: settings.smoke,
          stops: stopsOf(settings, baseline),
          concurrency: settings.concurrency,
          jobMs,
          clock: systemClock,
          processorMs: isShared ? undefined : processorMs,
          signal,
          version: packageVersion(),
          matrix: trialsDigest(contract.sha256),
          onProgress: progress.show,
          recorder: transcript,
        });
        transcript.end(result, settings.lang);
        return result;
      },
    );
  } finally {
    file.close();
  }
}

function stopsOf({ failFast, maxTime }: RunSettings, baseline: Baseline | undefined): StopOptions {
  const day = new Date(systemClock.date()).toISOString().slice(0, 10);
  const expected = baseline === undefined ? [] : validOn(baseline, day).map(({ id }) => id);
  return { failFast: failFast ? { expected } : undefined, maxMs: maxTime === undefined ? undefined : maxTime * 1000 };
}

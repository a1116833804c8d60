import type { Reporter, Vitest } from 'vitest/node';
import { openSigner } from '../main/attestation.ts';
import { type Baseline, decide } from '../main/baseline.ts';
import { writeReports } from '../main/report-folder/files.ts';
import type { Lang } from '../reports/html/languages.ts';
import type { FailOn } from '../verdicts/fail-on.ts';
import { overallVerdict } from '../verdicts/overall-verdict.ts';
import type { Result } from '../verdicts/result.ts';

/** What a run came to, and what its reports are told. */
interface ReportedRun {
  readonly result: Result;
  /** Of the reports, absolute. */
  readonly folder: string;
  readonly lang: Lang;
  readonly baseline: Baseline | undefined;
  readonly failOn: FailOn;
  /** The file of the private key that signs the report. */
  readonly sign: string | undefined;
}

declare module 'vitest' {
  interface TaskMeta {
    /** Of the file of `npm run conformance`. */
    run?: ReportedRun;
  }
}

/** Writes the report of `npm run conformance` from `task.meta`, also from merged blobs; idle where no such test ran. */
export function conformanceReporter(): Reporter {
  let vitest: Vitest | undefined;
  const interrupt = (): void => {
    void vitest?.cancelCurrentRun('keyboard-input');
  };
  return {
    onInit(started) {
      vitest = started;
    },
    onTestRunStart(specifications) {
      if (!specifications.some(({ project }) => project.name === 'conformance')) return;
      // vitest leaves at once on Ctrl-C: volumes would stay behind, and nobody would read what was found
      process.removeAllListeners('SIGINT');
      process.once('SIGINT', interrupt);
    },
    onTestRunEnd(modules) {
      process.off('SIGINT', interrupt);
      for (const module of modules) {
        const { run } = module.meta();
        if (run === undefined) continue;
        const { result, folder, lang, baseline, failOn, sign } = run;
        const reports = writeReports(folder, result, { lang });
        const files = sign === undefined ? reports : [...reports, openSigner(sign).sign(folder)];
        const { exit, lines } = decide(result, baseline, failOn);
        const told = [overallVerdict(result).headline, ...lines, `reports: ${files.join('  ')}`];
        process.stdout.write(`\n${told.join('\n')}\n`);
        // green tests alone, such as those of `-t`, certify nothing
        process.exitCode ||= exit;
      }
    },
  };
}

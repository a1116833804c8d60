import type { Reporter, Vitest } from 'vitest/node';
import { writeReports } from '../cli/files.ts';
import { standing } from '../reports/standing.ts';
import { exitCodes } from '../verdicts/fold.ts';
import type { Result, Row } from '../verdicts/result.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Of a test of the vitest face: its row, for any reporter that shows meta. */
    row?: Row;
    /** Of its file: what the run came to, and the folder of its report. */
    run?: { readonly result: Result; readonly folder: string };
  }
}

/** Writes the report of the vitest face from `task.meta`, also from merged blobs; idle where no such test ran. */
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
        const files = writeReports(run.folder, run.result);
        const { class: verdict, headline } = standing(run.result);
        process.stdout.write(`\n${headline}\nreports: ${files.join('  ')}\n`);
        // green tests alone, such as those of `-t`, certify nothing
        process.exitCode ||= exitCodes[verdict];
      }
    },
  };
}

import { parentPort } from 'node:worker_threads';
import { subjectOf } from './subjects.ts';
import { type Extent, runTrial } from './trial.ts';

/** One trial that a worker is asked for. */
export interface Task {
  readonly subject: string;
  readonly extent: Extent;
}

parentPort?.on('message', async ({ subject, extent }: Task) => {
  try {
    parentPort?.postMessage({ trial: await runTrial(subjectOf(subject), extent) });
  } catch (error) {
    parentPort?.postMessage({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

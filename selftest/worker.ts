import { parentPort } from 'node:worker_threads';
import { subjectOf } from './subjects.ts';
import { runTrial, type TrialExtent } from './trial.ts';

/** One trial for a worker. */
export interface Task {
  readonly subject: string;
  readonly extent: TrialExtent;
}

parentPort?.on('message', async ({ subject, extent }: Task) => {
  try {
    parentPort?.postMessage({ trial: await runTrial(subjectOf(subject), extent) });
  } catch (error) {
    parentPort?.postMessage({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

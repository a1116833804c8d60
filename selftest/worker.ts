import { parentPort } from 'node:worker_threads';
import { subjectOf } from './subjects.ts';
import { runTrial, type Trial, type TrialExtent } from './trial.ts';

/** One trial for a worker. */
export interface Task {
  readonly subject: string;
  readonly extent: TrialExtent;
}

/** What came of the task with this number. */
export type TrialSaid = { readonly number: number } & ({ readonly trial: Trial } | { readonly crash: string });

parentPort?.on('message', async ({ number, task: { subject, extent } }: { number: number; task: Task }) => {
  const say = (said: TrialSaid): void => parentPort?.postMessage(said);
  try {
    say({ number, trial: await runTrial(subjectOf(subject), extent) });
  } catch (error) {
    say({ number, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

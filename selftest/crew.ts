import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Trial } from './trial.ts';
import type { Task, TrialSaid } from './worker.ts';

/**
 * Runs every task, so many at once; `done` is called with each trial as it ends. There are no more threads than processors:
 * each has to compile the suite for itself.
 */
export async function runTasks(tasks: readonly Task[], atOnce: number, done: (trial: Trial) => void): Promise<void> {
  const waiting = [...tasks];
  const threads = Array.from({ length: Math.min(tasks.length, atOnce, availableParallelism()) }, openThread);
  const share = Math.ceil(atOnce / threads.length);
  const work = async ({ run }: Thread): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) done(await run(task));
  };
  try {
    await Promise.all(threads.flatMap((thread) => Array.from({ length: share }, () => work(thread))));
  } finally {
    await Promise.all(threads.map(({ close }) => close()));
  }
}

type Thread = ReturnType<typeof openThread>;

/** A thread that works on any number of tasks at once. */
function openThread() {
  const worker = new Worker(new URL('./worker.js', import.meta.url));
  worker.setMaxListeners(0);
  let tasks = 0;
  return {
    run(task: Task): Promise<Trial> {
      const number = tasks++;
      return new Promise((resolve, reject) => {
        const fail = (error: unknown): void =>
          reject(new Error(`${task.subject}, seed ${task.extent.seed}: the trial broke off`, { cause: error }));
        const hear = (said: TrialSaid): void => {
          if (said.number !== number) return;
          worker.off('error', fail);
          worker.off('message', hear);
          if ('crash' in said) fail(said.crash);
          else resolve(said.trial);
        };
        worker.once('error', fail);
        worker.on('message', hear);
        worker.postMessage({ number, task });
      });
    },
    close: () => worker.terminate(),
  };
}

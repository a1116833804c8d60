import { Worker } from 'node:worker_threads';
import type { Trial } from './trial.ts';
import type { Task } from './worker.ts';

/** Runs every task on this many threads; `done` is called with each trial as it ends. */
export async function runTasks(tasks: readonly Task[], threads: number, done: (trial: Trial) => void): Promise<void> {
  const waiting = [...tasks];
  const thread = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.js', import.meta.url));
    try {
      for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) done(await one(worker, task));
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(tasks.length, threads) }, thread));
}

function one(worker: Worker, task: Task): Promise<Trial> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void =>
      reject(new Error(`${task.subject}, seed ${task.extent.seed}: the trial broke off`, { cause: error }));
    worker.once('error', fail);
    worker.once('message', (message: { readonly trial?: Trial; readonly crash?: string }) => {
      worker.off('error', fail);
      if (message.trial === undefined) fail(message.crash);
      else resolve(message.trial);
    });
    worker.postMessage(task);
  });
}

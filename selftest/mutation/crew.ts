import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { MutationAnswer, Question } from './bench.ts';

/** Runs tests in the copies; a bench that takes too long is replaced by a new one. */
export interface Crew {
  /** Undefined if the time limit passed. */
  readonly ask: (question: Question, limitMs: number) => Promise<MutationAnswer['failed'] | undefined>;
  readonly close: () => void;
}

export function openCrew(top: string): Crew {
  let bench: ChildProcess | undefined;
  const open = async (): Promise<ChildProcess> => {
    const child = fork(fileURLToPath(new URL('./bench.js', import.meta.url)), {
      cwd: top,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await next(child, 60_000);
    return child;
  };
  return {
    async ask(question, limitMs) {
      bench ??= await open();
      bench.send(question);
      const answer = await next(bench, limitMs);
      if (answer !== undefined) return answer.failed;
      bench.kill('SIGKILL');
      bench = undefined;
      return undefined;
    },
    close: () => void bench?.kill(),
  };
}

/** The next message; undefined after the time limit, or if the process ended. */
function next(child: ChildProcess, limitMs: number): Promise<MutationAnswer | undefined> {
  return new Promise((resolve) => {
    const end = (answer?: MutationAnswer): void => {
      clearTimeout(timer);
      child.off('message', end).off('exit', gone);
      resolve(answer);
    };
    const gone = (): void => end();
    const timer = setTimeout(gone, limitMs);
    child.on('message', end).on('exit', gone);
  });
}

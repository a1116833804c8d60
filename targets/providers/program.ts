import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { SendLimits } from '../../wire/transport.ts';
import { whenAborted } from '../../wire/when-aborted.ts';

/** A program and the way to start it: never through a shell. */
export interface Program {
  /** A path, or a name that is looked up in PATH. */
  readonly file: string;
  readonly args: readonly string[];
  /** Its working folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The end of a program; `stdout` is its output until then. */
export type Ended =
  | { readonly kind: 'exit'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'killed'; readonly why: string; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'not-started'; readonly why: string };

/** Runs programs, each in its own process group, so that the processes that it starts end with it. */
export interface Programs {
  /** Starts the program, gives it `line` on stdin, waits for its end. Never throws. */
  run(program: Program, line: string, limits: SendLimits): Promise<Ended>;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Larger output on stdout, in bytes, is no answer: documented ones have some hundred. */
const maxOutput = 64 * 1024;

/** The end of stderr is kept, in bytes, because errors give their cause there. */
const maxComplaint = 4 * 1024;

/**
 * The time for output that is still on its way after the end, in ms; a process that was left behind may hold the pipes
 * open for ever.
 */
const drainMs = 200;

export function openPrograms(): Programs {
  const running = new Set<Child>();

  /** If this process leaves at once, it ends all programs that would stay behind. */
  const endAll = (): void => {
    for (const child of running) killGroup(child);
  };

  function started(child: Child): void {
    if (running.size === 0) process.on('exit', endAll);
    running.add(child);
  }

  function ended(child: Child): void {
    running.delete(child);
    if (running.size === 0) process.off('exit', endAll);
  }

  function run(program: Program, line: string, { timeoutMs, signal }: SendLimits): Promise<Ended> {
    if (signal?.aborted) return Promise.resolve({ kind: 'not-started', why: 'the run was interrupted' });
    return new Promise((resolve) => {
      const { file, args, cwd, env } = program;
      const stdout = collect(maxOutput, 'beginning', () => end('it printed more than an answer can have'));
      const stderr = collect(maxComplaint, 'end');
      let killed: string | undefined;
      let child: Child;
      try {
        child = spawn(file, [...args], { cwd, env, shell: false, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
      } catch (error) {
        resolve({ kind: 'not-started', why: whyNot(error) });
        return;
      }
      started(child);
      const end = (why: string): void => {
        killed ??= why;
        killGroup(child);
      };
      const timer =
        timeoutMs === undefined
          ? undefined
          : setTimeout(end, timeoutMs, `it did not end within ${timeoutMs} ms (limits.hookMs)`);
      const callOff = whenAborted(signal, () => end('the run was interrupted'));
      const finish = (how: Ended): void => {
        clearTimeout(timer);
        callOff();
        ended(child);
        for (const stream of [child.stdout, child.stderr]) stream.destroy();
        resolve(how);
      };
      child.once('error', (error) => finish({ kind: 'not-started', why: whyNot(error) }));
      child.once('exit', (code, by) => {
        // it has ended by itself: nothing from now on can be the reason of its end
        clearTimeout(timer);
        callOff();
        const output = (): { readonly stdout: string; readonly stderr: string } => ({
          stdout: stdout.text(),
          stderr: stderr.text(),
        });
        const over = (): void => {
          if (killed !== undefined || code === null)
            finish({ kind: 'killed', why: killed ?? `it was ended by ${by}`, ...output() });
          else finish({ kind: 'exit', code, ...output() });
        };
        // on a busy machine the time may pass before anything is read: then the output is read first
        const late = setTimeout(() => setImmediate(over), drainMs);
        child.once('close', () => {
          clearTimeout(late);
          over();
        });
      });
      child.stdout.on('data', stdout.take);
      child.stderr.on('data', stderr.take);
      // a program need not read its input
      child.stdin.on('error', () => {});
      child.stdin.end(`${line}\n`);
    });
  }
  return { run };
}

/** Ends a program, with all processes in its group. */
function killGroup(child: Child): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}

/** Keeps the beginning or the end of the output, up to `most` bytes. */
function collect(most: number, part: 'beginning' | 'end', onFull: () => void = () => {}) {
  let kept = Buffer.alloc(0);
  return {
    take(chunk: Buffer): void {
      const all = Buffer.concat([kept, chunk]);
      kept = part === 'beginning' ? all.subarray(0, most) : all.subarray(-most);
      if (all.length > most) onFull();
    },
    text: () => kept.toString('utf8'),
  };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such program, or what its first line names is not there',
  EACCES: 'it may not be executed (chmod +x)',
  ENOEXEC: 'it is no program: its first line has to be #! and an interpreter',
  E2BIG: 'its arguments and environment are too long',
};

function whyNot(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return reasons[String(code)] ?? String(message);
}

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { SendLimits } from '../../wire/transport.ts';
import { whenAborted } from '../../wire/when-aborted.ts';

/** A program and how it is started: never through a shell. */
export interface Program {
  /** A path, or a name that is looked up in PATH. */
  readonly file: string;
  readonly args: readonly string[];
  /** The folder it runs in. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** How a program ended; `stdout` is what it printed until then. */
export type Ended =
  | { readonly kind: 'exit'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'killed'; readonly why: string; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'not-started'; readonly why: string };

/** Runs programs, each with its own process group, so that what it starts ends with it. */
export interface Programs {
  /** Starts the program, gives it `line` on stdin, waits for its end. Never throws. */
  run(program: Program, line: string, limits: SendLimits): Promise<Ended>;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** More on stdout than this, in bytes, is no answer: documented ones have some hundred. */
const maxOutput = 64 * 1024;

/** Of stderr the end is kept, in bytes: that is where errors say what they are. */
const maxComplaint = 4 * 1024;

/** What was printed before the end may still be on its way for so long, in ms; what was left behind may hold the pipes for ever. */
const drainMs = 200;

export function openPrograms(): Programs {
  const running = new Set<Child>();

  /** Whoever leaves at once takes everything along that would otherwise hang about. */
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
        // it has ended by itself: nothing that happens from now on has ended it
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
        // on a busy machine all of that time may pass before anything is read: then it is read first
        const late = setTimeout(() => setImmediate(over), drainMs);
        child.once('close', () => {
          clearTimeout(late);
          over();
        });
      });
      child.stdout.on('data', stdout.take);
      child.stderr.on('data', stderr.take);
      // a program need not read what it is told
      child.stdin.on('error', () => {});
      child.stdin.end(`${line}\n`);
    });
  }
  return { run };
}

/** Ends a program and all that it started and that did not leave its group. */
function killGroup(child: Child): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}

/** Keeps the beginning or the end of what comes, up to `most` bytes. */
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

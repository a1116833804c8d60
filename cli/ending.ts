import { writeSync } from 'node:fs';
import { interruptAll } from './signals.ts';

/** The exit code where there is no verdict. */
const couldNotRun = 3;

/** After a crash, what is under way may give its volumes back for so long, in ms. */
const graceMs = 60_000;

/** How this process ends: with a command's exit code, or in words and with exit code 3. */
export interface ProcessEnding {
  /** Resolves when nobody can be told anything any more. */
  readonly speechless: Promise<void>;
  /** From now on errors are told like this. */
  readonly tellBy: (describe: (error: unknown) => string) => void;
  /** Performs the command, whose exit code is that of the process. */
  readonly perform: (command: () => Promise<number>) => void;
}

/**
 * Sees to it that nothing but a command's answer becomes an exit code: not an error that nobody caught, not a promise that
 * never settles, and not an answer that could not be printed. Loads next to nothing, for that may be what goes wrong.
 */
export function openEnding(): ProcessEnding {
  let describe = plainly;
  let isDone = false;
  let hasCrashed = false;
  let wasUnderWay = false;
  let unprinted: string | undefined;
  let fallSilent = (): void => {};
  const speechless = new Promise<void>((resolve) => (fallSilent = resolve));

  process.exitCode = couldNotRun;

  for (const [name, stream, other] of [
    ['stdout', process.stdout, 2],
    ['stderr', process.stderr, 1],
  ] as const) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // a reader that has gone (`… | head`), or a terminal, is no failure of the run
      if (error.code === 'EPIPE' || (error.code === 'EIO' && stream.isTTY)) return;
      if (unprinted !== undefined) return;
      unprinted = name;
      say(
        other,
        `evs-conformance: cannot write to ${name} (${error.message}): the output is incomplete, so the exit code is 3\n`,
      );
      fallSilent();
    });
  }

  function crash(error: unknown): void {
    if (hasCrashed) return;
    hasCrashed = true;
    say(2, describe(error));
    wasUnderWay = !isDone && interruptAll('it broke');
    if (!wasUnderWay) process.exit(couldNotRun);
    setTimeout(() => process.exit(couldNotRun), graceMs).unref();
  }
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);

  process.on('beforeExit', () => {
    if (!isDone) crash(new Error('it broke: it waited for something that never came'));
  });
  process.on('exit', () => {
    if (wasUnderWay)
      say(2, 'evs-conformance: the ledger lists the volumes that are out: evs-conformance sweep returns them\n');
    if (hasCrashed || unprinted !== undefined) process.exitCode = couldNotRun;
  });

  return {
    speechless,
    tellBy: (by) => {
      describe = by;
    },
    perform(command) {
      command().then((code) => {
        isDone = true;
        process.exitCode = code;
      }, crash);
    },
  };
}

/** Streams may have ended, or be what is broken. */
function say(handle: 1 | 2, text: string): void {
  try {
    writeSync(handle, text);
  } catch {
    // nobody listens
  }
}

const plainly = (error: unknown): string => `evs-conformance: ${messageOf(error)}\n`;

/** What an error says, and what to do where it does not say that. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const { code } = (error ?? {}) as { code?: unknown };
  if (code !== 'EMFILE' && code !== 'ENFILE') return message;
  return `${message}: raise the limit of open files (ulimit -n 1024), then run again`;
}

import { writeSync } from 'node:fs';
import { interruptAll } from './signals.ts';

/** The exit code if there is no verdict. */
const couldNotRun = 3;

/** The time for commands under way to give their volumes back after a crash, in ms. */
const graceMs = 60_000;

/** The end of this process: with a command's exit code, or with a message and exit code 3. */
export interface ProcessEnding {
  /** Resolves when no message can be printed any more. */
  readonly speechless: Promise<void>;
  /** From now on errors are described in this way. */
  readonly tellBy: (describe: (error: unknown) => string) => void;
  /** Performs the command, whose exit code becomes the one of the process. */
  readonly perform: (command: () => Promise<number>) => void;
}

/**
 * Makes sure that only a command's answer becomes an exit code: not an uncaught error, not a promise that never
 * settles, and not an answer that could not be printed. It loads almost nothing, because loading may be the very thing
 * that fails.
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
      // a reader or a terminal that has gone (`… | head`) is no failure of the run
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

/** Writes to a handle, because streams may have ended, or be broken. */
function say(handle: 1 | 2, text: string): void {
  try {
    writeSync(handle, text);
  } catch {
    // nobody listens
  }
}

const plainly = (error: unknown): string => `evs-conformance: ${messageOf(error)}\n`;

/** An error's message, and a remedy if the message has none. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const { code } = (error ?? {}) as { code?: unknown };
  if (code !== 'EMFILE' && code !== 'ENFILE') return message;
  return `${message}: raise the limit of open files (ulimit -n 1024), then run again`;
}

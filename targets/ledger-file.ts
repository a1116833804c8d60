import { appendFileSync, closeSync, fdatasyncSync, fstatSync, openSync, readSync } from 'node:fs';
import type { LedgerLine } from './ledger-lines.ts';

/** A set-up or a volume could not be recorded: then the set-up must not go out, or the volume must not be used. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/**
 * Writes the lines of a ledger to its file. When a call returns, the operating system has the line, so that kill -9
 * loses none.
 */
export interface LedgerLines {
  /**
   * For a line whose event begins after it: the line is also on the disk, and so survives a power cut. Throws
   * `LedgerError`.
   */
  announce(line: LedgerLine): void;
  /** For a line without which a volume must not be used. Throws `LedgerError`. */
  require(line: LedgerLine): void;
  /** For an event that is over: if its line is missing, a sweep looks at the volume once more. Never throws. */
  note(line: LedgerLine): void;
  close(): void;
}

/**
 * Opens `file` with its first line and keeps it open, so that no lack of file descriptors can stop later lines. Without
 * a file nothing is written. `isSynced`: whether an announcement waits for the disk.
 */
export function openLedgerFile(file: string | undefined, { isSynced }: { readonly isSynced: boolean }): LedgerLines {
  let handle: number | undefined;
  /** Ends a line that broke off, because its run was killed while it wrote, or because the disk was full. */
  let before = '';

  function append(line: LedgerLine, now: boolean): void {
    if (file === undefined) return;
    try {
      if (handle === undefined) {
        handle = openSync(file, 'a+');
        before = endsInLine(handle) ? '\n' : '';
      }
      if (fstatSync(handle).nlink === 0) throw new Error('somebody has removed it');
      const text = `${before}${JSON.stringify(line)}\n`;
      before = '\n';
      appendFileSync(handle, text);
      before = '';
      if (now && isSynced) sync(handle);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new LedgerError(`the ledger ${file} cannot be written (${why}): free or mend its disk, then run again`, {
        cause,
      });
    }
  }

  return {
    announce: (line) => append(line, true),
    require: (line) => append(line, false),
    note(line) {
      try {
        append(line, false);
      } catch {}
    },
    close() {
      if (handle !== undefined) closeSync(handle);
      handle = undefined;
    },
  };
}

function sync(handle: number): void {
  try {
    fdatasyncSync(handle);
  } catch (error) {
    // a device, or a file system that cannot sync
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(String((error as { code?: unknown }).code))) throw error;
  }
}

/** Whether the last line is complete. A device has none to look at. */
function endsInLine(handle: number): boolean {
  const stat = fstatSync(handle);
  if (!stat.isFile() || stat.size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(handle, last, 0, 1, stat.size - 1);
  return last[0] !== 0x0a;
}

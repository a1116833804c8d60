import { appendFileSync, closeSync, fdatasyncSync, fstatSync, openSync, readSync } from 'node:fs';
import type { LedgerLine } from './ledger-lines.ts';

/** Thrown when a set-up or a volume could not be written down: it must not be asked for then, nor used. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/** The lines of a ledger on their way to its file. Each is with the operating system when the call comes back, so that kill -9 loses none. */
export interface LedgerLines {
  /** For what begins after it: it is on the disk as well, and so outlives a power cut. Throws `LedgerError`. */
  announce(line: LedgerLine): void;
  /** For what must not be used without it. Throws `LedgerError`. */
  require(line: LedgerLine): void;
  /** For what is over, and needs no line: without one it is looked at once more by a sweep. Never throws. */
  note(line: LedgerLine): void;
  close(): void;
}

/**
 * Opens `file` with its first line and keeps it open, so that no want of file descriptors comes between. Without a file nothing is
 * written. `isSynced`: whether an announcement waits for the disk.
 */
export function openLedgerFile(file: string | undefined, { isSynced }: { readonly isSynced: boolean }): LedgerLines {
  let handle: number | undefined;
  /** What ends a line that broke off: of a run that was killed while it wrote, or of a full disk. */
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
    // a device, or a file system without such a thing
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(String((error as { code?: unknown }).code))) throw error;
  }
}

/** Whether the last line has no end. A device has none to look at. */
function endsInLine(handle: number): boolean {
  const stat = fstatSync(handle);
  if (!stat.isFile() || stat.size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(handle, last, 0, 1, stat.size - 1);
  return last[0] !== 0x0a;
}

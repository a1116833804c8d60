import { appendFileSync, closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { CannotWrite, makeFolder } from './files.ts';

/** A transcript's file, line by line on the disk as the run goes on. */
export interface TranscriptFile {
  /** Never throws: a full disk must not end a run whose volumes have to be given back. */
  readonly write: (line: string) => void;
  /** Aborted with the first line that could not be written: what comes after it proves nothing any more. */
  readonly broken: AbortSignal;
  /** Throws `CannotWrite` where a line could not be written. */
  readonly close: () => void;
}

/** Where the transcript of a run is, in its report folder. */
export const transcriptIn = (folder: string): string => join(folder, 'transcript.ndjson');

/** Opens `transcript.ndjson` in the report folder, in place of an earlier one. Throws `CannotWrite`. */
export function openTranscriptFile(folder: string): TranscriptFile {
  const path = transcriptIn(folder);
  const file = open(folder, path);
  const broken = new AbortController();
  let trouble: CannotWrite | undefined;
  const orTrouble = (work: () => void): void => {
    try {
      work();
    } catch (cause) {
      trouble ??= cannotWrite(path, cause);
      broken.abort();
    }
  };
  return {
    write(line) {
      // unlike a bare write, it goes on until the whole line is there or there is an error
      if (trouble === undefined) orTrouble(() => appendFileSync(file, line));
    },
    broken: broken.signal,
    close() {
      // some file systems find out only now
      orTrouble(() => closeSync(file));
      if (trouble !== undefined) throw trouble;
    },
  };
}

function open(folder: string, path: string): number {
  try {
    makeFolder(folder);
    return openSync(path, 'w');
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
}

function cannotWrite(path: string, cause: unknown): CannotWrite {
  return new CannotWrite(`cannot write ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}

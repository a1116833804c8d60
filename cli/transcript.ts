import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CannotWrite, makeFolder } from './files.ts';

/** A transcript's file, line by line on the disk as the run goes on. */
export interface TranscriptFile {
  /** Never throws: a full disk must not end a run whose volumes have to be given back. */
  readonly write: (line: string) => void;
  /** Throws `CannotWrite` where a line could not be written. */
  readonly close: () => void;
}

/** Where the transcript of a run is, in its report folder. */
export const transcriptIn = (folder: string): string => join(folder, 'transcript.ndjson');

/** Opens `transcript.ndjson` in the report folder, in place of an earlier one. Throws `CannotWrite`. */
export function openTranscriptFile(folder: string): TranscriptFile {
  const path = transcriptIn(folder);
  const file = open(folder, path);
  let trouble: CannotWrite | undefined;
  return {
    write(line) {
      if (trouble !== undefined) return;
      try {
        writeSync(file, line);
      } catch (cause) {
        trouble = cannotWrite(path, cause);
      }
    },
    close() {
      closeSync(file);
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

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { UsageError } from '../settings/usage.ts';

const mebibyte = 1024 * 1024;

/** Reads a text file that somebody named; `what` says which one in the message. Bounded, and UTF-8 or an error. */
export function readText(what: string, file: string, limit = 8 * mebibyte): string {
  const bytes = readBytes(what, file, limit);
  return orRefuse(what, file, () => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

/** Reads a file that somebody named, whatever is in it; `what` says which one in the message. Bounded by `limit`, in bytes. */
export function readBytes(what: string, file: string, limit: number): Buffer {
  return orRefuse(what, file, () => {
    const handle = openSync(file, 'r');
    try {
      const stat = fstatSync(handle);
      if (stat.isDirectory()) throw new Error('it is a folder');
      if (stat.size > limit) throw new Error(`it has ${stat.size} bytes, more than the ${limit} allowed`);
      return bounded(handle, limit);
    } finally {
      closeSync(handle);
    }
  });
}

/** A device may have no end, and says nothing of its size. */
function bounded(handle: number, limit: number): Buffer {
  const pieces: Buffer[] = [];
  let length = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(mebibyte);
    const read = readSync(handle, piece);
    if (read === 0) return Buffer.concat(pieces, length);
    pieces.push(piece.subarray(0, read));
    length += read;
    if (length > limit) throw new Error(`it has more than the ${limit} bytes allowed`);
  }
}

function orRefuse<T>(what: string, file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`cannot read ${what} ${file}: ${reasonOf(error)}`, { cause: error });
  }
}

/** Parses JSON without repeating any of it in the message, for the text may hold a secret. */
export function readJson(what: string, file: string, limit?: number): unknown {
  const text = readText(what, file, limit);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const position = /position (\d+)/.exec(reasonOf(error))?.[1];
    const line = position === undefined ? '' : ` (line ${text.slice(0, Number(position)).split('\n').length})`;
    throw new UsageError(`${what} ${file} is not JSON${line}`);
  }
}

/** Why a file could not be read, for people. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'permission denied';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'it is not UTF-8';
  return error.message;
}

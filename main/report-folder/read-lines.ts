import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Placed, TextLines } from '../../evidence/transcript/text.ts';
import { UsageError } from '../settings/usage.ts';
import { reasonOf } from './read.ts';

/** A text file by its lines, as long as it is open. */
export interface OpenLines extends TextLines {
  readonly close: () => void;
}

/** So many bytes are read at a time; most lines are a tenth of that. */
const pieceBytes = 32 * 1024;

/** An answer of 64 KB takes no more than a few hundred thousand. */
const maxLineBytes = 16 * 1024 * 1024;

/** The part of a file that was read last. */
interface FilePiece {
  readonly from: number;
  readonly bytes: Buffer;
}

/**
 * Opens a text file that somebody named to be read by its lines; `what` says which one in the messages. Bounded, and UTF-8
 * or an error.
 *
 * @throws UsageError where it cannot be read, here or at any line
 */
export function openLines(what: string, file: string, limit: number): OpenLines {
  const orRefuse = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw new UsageError(`cannot read ${what} ${file}: ${reasonOf(error)}`, { cause: error });
    }
  };
  const handle = orRefuse(() => openSync(file, 'r'));
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let piece: FilePiece = { from: 0, bytes: Buffer.alloc(0) };

  function sizeOf(): number {
    const stat = fstatSync(handle);
    if (stat.isDirectory()) throw new Error('it is a folder');
    if (stat.size > limit) throw new Error(`it has ${stat.size} bytes, more than the ${limit} allowed`);
    return stat.size;
  }

  function read(from: number, length: number): Buffer {
    piece = { from, bytes: Buffer.alloc(0) };
    const bytes = Buffer.alloc(length);
    let filled = 0;
    for (let more = -1; more !== 0 && filled < length; filled += more)
      more = readSync(handle, bytes, filled, length - filled, from + filled);
    piece = { from, bytes: bytes.subarray(0, filled) };
    return piece.bytes;
  }

  /** The bytes from a place to the next end of a line; without one, to the end of the file. */
  function lineAt(place: number): { readonly bytes: Buffer; readonly isRest: boolean } {
    const within = place - piece.from;
    const known = within >= 0 && within < piece.bytes.length ? piece.bytes.indexOf(0x0a, within) : -1;
    if (known >= 0) return { bytes: piece.bytes.subarray(within, known), isRest: false };
    for (let length = pieceBytes; ; length *= 4) {
      const bytes = read(place, length);
      const end = bytes.indexOf(0x0a);
      if (end >= 0) return { bytes: bytes.subarray(0, end), isRest: false };
      if (bytes.length < length) return { bytes, isRest: true };
      if (length > maxLineBytes) throw new Error(`a line has more than ${maxLineBytes} bytes`);
    }
  }

  function textAt(place: number): Placed & { readonly bytes: number; readonly isRest: boolean } {
    const { bytes, isRest } = lineAt(place);
    return { text: decoder.decode(bytes), place, bytes: bytes.length, isRest };
  }

  return {
    *each() {
      const size = orRefuse(sizeOf);
      for (let place = 0; place < size; ) {
        const line = orRefuse(() => textAt(place));
        yield line;
        place += line.bytes + 1;
      }
    },
    at: (place) => orRefuse(() => textAt(place)).text,
    close: () => closeSync(handle),
  };
}

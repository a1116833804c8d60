import { closeSync, type Dirent, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodePage, hasRouteLine, MAX_PAGE_BYTES, tooLarge } from '../../read/admit.ts';
import { NoOperationError, PageError } from '../../read/errors.ts';

/** A folder whose pages cannot be derived at all. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

/** The contents of a folder: each by its path below the folder, with `/`, in the order of the names. */
export interface PageFiles {
  readonly pages: readonly string[];
  /** Symbolic links, which are not followed: they may lead out of the folder, or back into it. */
  readonly links: readonly string[];
  /** Folders in it that cannot be read, with the reason. */
  readonly closed: readonly { readonly folder: string; readonly why: string }[];
}

/**
 * The limits of a folder: thirty times the pages of the largest known reference, and more bytes than all of them hold.
 */
const MAX_PAGES = 5000;
const MAX_BYTES = 256 * 1024 * 1024;
/** The limit for entries of any kind: a folder of something else, such as `/`, is given up early. */
const MAX_ENTRIES = 100_000;

const PAGE = /\.(?:md|markdown|rst)$/i;

/**
 * Finds the pages below a folder. Hidden folders, links and everything that is no plain file are passed over.
 *
 * @throws FolderError if the folder cannot be read or holds too much
 */
export function findPages(root: string): PageFiles {
  const found = { pages: [] as string[], links: [] as string[], closed: [] as { folder: string; why: string }[] };
  const waiting = [''];
  let [entries, bytes] = [0, 0];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of entriesOf(root, folder, found.closed)) {
      entries += 1;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !entry.name.startsWith('.')) waiting.push(path);
      if (entry.isSymbolicLink()) found.links.push(path);
      if (!entry.isFile() || !PAGE.test(entry.name)) continue;
      found.pages.push(path);
      bytes += Math.min(sizeOf(join(root, path)), MAX_PAGE_BYTES);
    }
    refuseTooMuch(root, { entries, pages: found.pages.length, bytes });
  }
  for (const paths of [found.pages, found.links]) paths.sort();
  return found;
}

/**
 * The text of a page.
 *
 * @throws PageError if it cannot be read, is too long, or is no UTF-8
 */
export function readPageFile(root: string, page: string): string {
  return decodePage(page, bytesOf(root, page));
}

function bytesOf(root: string, page: string): Uint8Array {
  let handle: number | undefined;
  try {
    handle = openSync(join(root, page), 'r');
    const { size } = fstatSync(handle);
    const buffer = Buffer.alloc(MAX_PAGE_BYTES + 1);
    const bytes = buffer.subarray(0, readSync(handle, buffer));
    if (size <= MAX_PAGE_BYTES) return bytes;
    // a history of changes may have any length: it is not the page of an operation
    const refusal = tooLarge(page, size);
    if (hasRouteLine(bytes.toString())) throw refusal;
    throw new NoOperationError({ file: page, line: 1 }, 'it is long and has no method and path', 'remove it', refusal);
  } catch (error) {
    if (error instanceof PageError) throw error;
    throw new PageError({ file: page, line: 1 }, `it cannot be read (${reasonFor(error)})`, 'make it readable', error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function entriesOf(root: string, folder: string, closed: { folder: string; why: string }[]): readonly Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === '') throw new FolderError(`cannot read the folder ${root}: ${reasonFor(error)}`, { cause: error });
    closed.push({ folder, why: reasonFor(error) });
    return [];
  }
}

function refuseTooMuch(root: string, has: { entries: number; pages: number; bytes: number }): void {
  const limits = [
    [has.pages, MAX_PAGES, 'pages'],
    [has.bytes, MAX_BYTES, 'bytes of pages'],
    [has.entries, MAX_ENTRIES, 'files'],
  ] as const;
  for (const [count, limit, what] of limits) {
    if (count > limit)
      throw new FolderError(`${root} has more than ${limit} ${what}: give the folder of one reference`);
  }
}

/** A file that has disappeared shows when it is read. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function reasonFor(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return error instanceof Error ? error.message : String(error);
}

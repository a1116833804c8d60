import { NoOperationError, PageError } from './errors.ts';
import { foreignKind } from './foreign.ts';

/**
 * The largest page that is read, in bytes of UTF-8: thirty times the longest known. These limits keep the Markdown
 * parser within seconds on hostile text, because its time grows with the square of some of them.
 */
export const MAX_PAGE_BYTES = 256 * 1024;
const MAX_LINES = 5000;
const MAX_LINE_LENGTH = 16 * 1024;

/**
 * Limits of lists and quotations inside each other, on one line and in all, and of opening brackets. The largest known
 * page has 3, 30 and 12.
 */
const MAX_DEPTH = 8;
const MAX_CONTAINERS = 2000;
const MAX_BRACKETS = 2000;
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))+/;

/** Characters that a lenient decoder puts in place of bytes that are no UTF-8, and halves of a surrogate pair. */
const UNDECODED = /\uFFFD|\p{Surrogate}/u;

const REMEDY = 'give the page of one operation, as UTF-8 text in Markdown or reStructuredText';

/**
 * The text of a page, from its bytes.
 *
 * @throws PageError if the bytes are too many or no UTF-8
 */
export function decodePage(name: string, bytes: Uint8Array): string {
  try {
    if (bytes.byteLength > MAX_PAGE_BYTES) throw tooLarge(name, bytes.byteLength);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof PageError) throw nameForeign(error, latin1(bytes));
    throw nameForeign(
      new PageError({ file: name, line: 1 }, 'the page is no valid UTF-8', REMEDY, error),
      latin1(bytes),
    );
  }
}

/** The beginning as text of one character for each byte: the marks that distinguish files are bytes. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
}

/** The error of an unreadable text, which names the kind of text if there is a sign of it. */
export function nameForeign(error: PageError, text: string): PageError {
  const kind = foreignKind(text);
  if (kind === undefined) return error;
  const Kind = error instanceof NoOperationError ? NoOperationError : PageError;
  return new Kind(error, `this is no page of an operation but ${kind.what}`, kind.remedy, error);
}

/** Method and path on a line of their own. A page about status codes, or about the form of URIs, has none. */
const ROUTE_LINE = /^[\s>*`-]*(?:GET|HEAD|POST|PUT|PATCH|DELETE)[ \t]+\//m;

/** Whether a text has the line that every page of an operation has. */
export function hasRouteLine(text: string): boolean {
  return ROUTE_LINE.test(text);
}

/**
 * Refuses a page that cannot be read safely, before any parser sees it.
 *
 * @throws PageError
 */
export function admit(name: string, text: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_PAGE_BYTES) throw tooLarge(name, bytes);
  if (text.trim() === '') throw new NoOperationError({ file: name, line: 1 }, 'the page is empty', REMEDY);
  if (text.split('[').length > MAX_BRACKETS) {
    throw new PageError({ file: name, line: 1 }, 'the page has too many opening brackets', REMEDY);
  }
  const lines = text.split(/\r\n?|\n/);
  if (lines.length > MAX_LINES) {
    throw new PageError({ file: name, line: MAX_LINES }, `the page has ${lines.length} lines`, REMEDY);
  }
  let containers = 0;
  for (const [index, line] of lines.entries()) {
    const depth = CONTAINERS.exec(line)?.[0].replace(/[^>.)*+-]/g, '').length ?? 0;
    containers += depth;
    const tooDeep = depth > MAX_DEPTH || containers > MAX_CONTAINERS;
    const problem = tooDeep ? 'lists and quotations are too many or too deep' : problemOf(line);
    if (problem !== undefined) throw new PageError({ file: name, line: index + 1 }, problem, REMEDY);
  }
}

function problemOf(line: string): string | undefined {
  if (line.includes('\0')) return 'the page contains a NUL';
  if (UNDECODED.test(line)) return 'the page was no valid UTF-8';
  if (line.length > MAX_LINE_LENGTH) return `the line has ${line.length} characters`;
  return undefined;
}

/** The error of a page that has too many bytes. */
export function tooLarge(name: string, bytes: number): PageError {
  return new PageError({ file: name, line: 1 }, `the page has ${bytes} bytes, more than ${MAX_PAGE_BYTES}`, REMEDY);
}

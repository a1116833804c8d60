import { existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { openApiWriter } from '../main/openapi-file.ts';
import { makeFolder } from '../main/report-folder/files.ts';
import { readBytes } from '../main/report-folder/read.ts';
import type { deriveOptions } from '../main/settings/command-options.ts';
import type { Values } from '../main/settings/option.ts';
import { UsageError } from '../main/settings/usage.ts';
import { readPageUrl } from '../main/settings/values.ts';
import { shown } from '../reports/text.ts';
import { type Derivation, type DeriveOptions, derive, type PageText } from '../spec/derive/derive.ts';
import { checkDerivation, writeDerivation } from '../spec/derive/write.ts';
import { decodePage } from '../spec/read/admit.ts';
import { PageError } from '../spec/read/errors.ts';
import { within } from './bounded.ts';
import { deriveFolderCommand } from './derive-folder.ts';
import type { Io } from './io.ts';

/**
 * The time limit, in ms: the longest known page takes half a second, but the time of some pages that nobody wrote for
 * readers grows with the square of their length.
 */
const derivingMs = 20_000;
/**
 * The limit for reading, in bytes, which is far above that of a page: the first bytes of a longer file still tell its
 * kind.
 */
const longestRead = 64 * 1024 * 1024;

/**
 * Makes the contract of a page, or of every page below a folder: prints it, writes it, or compares it with an existing
 * one (1 if they differ); writes an OpenAPI document of it. Throws `DeriveError`; a page that takes longer than
 * `limitMs` counts as unreadable.
 */
export function deriveCommand(
  pages: readonly string[],
  values: Values<typeof deriveOptions>,
  io: Io,
  limitMs = derivingMs,
): number {
  const [page] = pages;
  if (page === undefined || pages.length > 1) {
    throw new UsageError(
      `derive takes one page, and ${pages.length} were given: evs-conformance derive PAGE|DIR -o FILE|DIR`,
    );
  }
  if (values.output !== undefined && values.check !== undefined) {
    throw new UsageError('--output writes and --check compares: remove one');
  }
  if (values.openapi !== undefined && values.check !== undefined) {
    throw new UsageError('--openapi writes and --check compares: remove one');
  }
  const url = values.url === undefined ? undefined : readPageUrl(values.url);
  if (url !== undefined && (isFolder(page) || (values.output ?? values.check) === undefined)) {
    throw new UsageError(
      '--url is for one page, and is stored next to its contract: name the page, and the file with --output',
    );
  }
  const timely = (text: PageText, options: DeriveOptions): Derivation => deriveWithin(text, options, limitMs);
  if (isFolder(page)) return deriveFolderCommand(page, values, io, timely);
  const { check, openapi, output } = values;
  if (output !== undefined && isFolder(output)) {
    throw new UsageError(`${shown(output)} is a folder, but the contract of one page is a file: name a file in it`);
  }
  const writeOpenApi = openapi === undefined ? undefined : openApiWriter(openapi, output);
  const derivation = timely({ name: basename(page), text: textOf(page) }, { ...values, url });
  for (const { line, text } of derivation.notUnderstood) io.err(`not understood, line ${line}: ${shown(text)}\n`);
  if (check !== undefined) {
    const difference = checkDerivation(derivation, check);
    io.out(difference === undefined ? `${check} matches ${page}\n` : `${difference}\n`);
    return difference === undefined ? 0 : 1;
  }
  if (output !== undefined) {
    makeFolder(dirname(output));
    writeDerivation(derivation, output);
    io.out(`wrote ${output}\n`);
  }
  if (writeOpenApi !== undefined) io.out(writeOpenApi([derivation.contract]));
  else if (output === undefined) io.out(derivation.text);
  return 0;
}

/** The page's text, without the byte order mark that some editors write. Throws `PageError` if the page is no text. */
function textOf(page: string): string {
  return decodePage(basename(page), readBytes('the page', page, longestRead)).replace(/^\uFEFF/, '');
}

/**
 * Derives a page within a time limit.
 *
 * @throws DeriveError
 */
export function deriveWithin(page: PageText, options: DeriveOptions, limitMs = derivingMs): Derivation {
  const late = (cause: unknown): Error =>
    new PageError(
      { file: page.name, line: 1 },
      `the page was not read within ${limitMs / 1000} s`,
      'remove the parts outside its operation, above all long runs of emphasis, brackets or tags',
      cause,
    );
  return within(limitMs, () => derive(page, options), late);
}

function isFolder(file: string): boolean {
  return existsSync(file) && statSync(file).isDirectory();
}

import { basename, dirname } from 'node:path';
import { makeFolder } from '../main/report-folder/files.ts';
import { readText } from '../main/report-folder/read.ts';
import type { deriveOptions, Values } from '../main/settings/options.ts';
import { UsageError } from '../main/settings/usage.ts';
import { shown } from '../reports/text.ts';
import { derive } from '../spec/derive/derive.ts';
import { checkDerivation, writeDerivation } from '../spec/derive/write.ts';
import { PageError } from '../spec/read/errors.ts';
import { within } from './bounded.ts';
import type { Io } from './io.ts';

/** The longest known page takes half a second; the time of some that nobody wrote for readers grows with its square, in ms. */
const derivingMs = 20_000;

/**
 * Makes the contract of a page: prints it, writes it, or compares it with one that is there (1 where they differ).
 * Throws `DeriveError`; a page that takes longer than `limitMs` is one that cannot be read.
 */
export function deriveCommand(
  pages: readonly string[],
  values: Values<typeof deriveOptions>,
  io: Io,
  limitMs = derivingMs,
): number {
  const [page] = pages;
  if (page === undefined || pages.length > 1) {
    throw new UsageError(`derive takes one page, and ${pages.length} were given: evs-conformance derive PAGE -o FILE`);
  }
  if (values.output !== undefined && values.check !== undefined) {
    throw new UsageError('--output writes and --check compares: leave one away');
  }
  const name = basename(page);
  const text = readText('the page', page);
  const late = (cause: unknown): Error =>
    new PageError(
      { file: name, line: 1 },
      `the page was not read within ${limitMs / 1000} s`,
      'leave away what is not of its operation, above all long runs of emphasis, brackets or tags',
      cause,
    );
  const derivation = within(limitMs, () => derive({ name, text }, values), late);
  for (const { line, text } of derivation.notUnderstood) io.err(`not understood, line ${line}: ${shown(text)}\n`);
  if (values.check !== undefined) {
    const difference = checkDerivation(derivation, values.check);
    io.out(difference === undefined ? `${values.check} is what ${page} says\n` : `${difference}\n`);
    return difference === undefined ? 0 : 1;
  }
  if (values.output === undefined) {
    io.out(derivation.text);
    return 0;
  }
  makeFolder(dirname(values.output));
  writeDerivation(derivation, values.output);
  io.out(`wrote ${values.output}\n`);
  return 0;
}

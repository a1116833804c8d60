import { basename, dirname } from 'node:path';
import { shown } from '../reports/text.ts';
import { derive } from '../spec/derive/derive.ts';
import { checkDerivation, writeDerivation } from '../spec/derive/write.ts';
import { makeFolder } from './files.ts';
import type { Io } from './io.ts';
import type { deriveOptions, Values } from './options.ts';
import { readText } from './read.ts';
import { UsageError } from './usage.ts';

/** Makes the contract of a page: prints it, writes it, or compares it with one that is there (1 where they differ). */
export function deriveCommand(pages: readonly string[], values: Values<typeof deriveOptions>, io: Io): number {
  const [page] = pages;
  if (page === undefined || pages.length > 1) {
    throw new UsageError(`derive takes one page, and ${pages.length} were given: evs-conformance derive PAGE -o FILE`);
  }
  if (values.output !== undefined && values.check !== undefined) {
    throw new UsageError('--output writes and --check compares: leave one away');
  }
  const derivation = derive({ name: basename(page), text: readText('the page', page) }, values.id);
  for (const { line, text } of derivation.contract.unparsed) io.err(`not understood, line ${line}: ${shown(text)}\n`);
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

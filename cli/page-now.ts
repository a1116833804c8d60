import { readText } from '../main/report-folder/read.ts';
import { UsageError } from '../main/settings/usage.ts';
import { shown } from '../reports/text.ts';
import { sha256 } from '../spec/derive/hash.ts';
import type { LoadedContract } from '../spec/load.ts';

/**
 * The relation of a page to the contract that was given with it: the contract is of this very page, of another text, or
 * of an unknown one. It is no verdict, because the change may be a single word.
 *
 * @param names - the names of the contracts on a command line
 * @throws UsageError if the page cannot be read, or there are several contracts
 */
export function pageNow(page: string, contracts: readonly LoadedContract[], names: readonly string[]): string {
  const [loaded, ...others] = contracts;
  if (loaded === undefined || others.length > 0)
    throw new UsageError(`--page is for one contract, but ${contracts.length} are named: name one`);
  const { pages = [], sha256: digest } = loaded;
  const given = sha256(readText('the page', page));
  const of = `the contract ${shown(loaded.contract.id)} (${digest.slice(0, 12)})`;
  const name = shown(page);
  if (pages.includes(given)) return `${of} was derived from the page ${name}\n`;
  const diff = `evs-conformance diff ${shown(names[0] ?? loaded.contract.id)} ${name} says what changed`;
  if (pages.length === 0) return `no provenance next to ${of} says which page it was derived from: ${diff}\n`;
  return `THE PAGE CHANGED: ${of} was derived from another text than ${name}: ${diff}\n`;
}

import { readText } from '../main/report-folder/read.ts';
import { UsageError } from '../main/settings/usage.ts';
import { shown } from '../reports/text.ts';
import { sha256 } from '../spec/derive/hash.ts';
import type { LoadedContract } from '../spec/load.ts';

/**
 * What to tell of a page that was given with a contract: that the contract is of this very page, of another text, or that it is
 * not known of which. It is no verdict: what changed may be a word.
 *
 * @param names - how each contract is named on a command line
 * @throws UsageError where the page cannot be read, or there are several contracts
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

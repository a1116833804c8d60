import type { Contract, Provenance } from '../contract.ts';
import { admit } from './admit.ts';
import { buildContract } from './build/contract.ts';
import { CONTRACT_ID, contractId } from './build/id.ts';
import { PageError, UnsupportedError } from './errors.ts';
import { buildProvenance } from './provenance.ts';
import { readFacts } from './read/facts.ts';
import { readPage } from './read/page.ts';

/** A page as it was given: `name` is what messages call it. */
export interface PageText {
  readonly name: string;
  readonly text: string;
}

/** A contract, its provenance, and the bytes that their files hold. */
export interface Derivation {
  readonly contract: Contract;
  readonly text: string;
  readonly provenance: Provenance;
  readonly provenanceText: string;
}

/**
 * Derives the contract of the one operation that a page describes.
 * A sentence that looks like a constraint and that the phrase book does not read becomes an `unparsed` entry.
 *
 * @param id - of the contract; by default what the action does to a volume, e.g. `extend-volume`
 * @throws DeriveError, by its subclasses, naming file and line
 */
export function derive(page: PageText, id?: string): Derivation {
  try {
    return deriveAdmitted(page, id);
  } catch (error) {
    // The parsers recurse, and a page can nest deeper than the stack.
    if (!(error instanceof RangeError)) throw error;
    throw new PageError({ file: page.name, line: 1 }, 'the page is nested too deeply', 'flatten it', error);
  }
}

function deriveAdmitted({ name, text: source }: PageText, wanted: string | undefined): Derivation {
  admit(name, source);
  const page = readPage(name, source);
  const { facts, spots, unparsed } = readFacts(page);
  const id = wanted ?? contractId(facts.F12.name);
  if (!CONTRACT_ID.test(id)) {
    const remedy = 'use small letters and digits, joined by -';
    throw new UnsupportedError({ file: name, line: 1 }, `"${id.slice(0, 80)}" is no id of a contract`, remedy);
  }
  const contract = buildContract(id, facts, unparsed);
  const text = serialise(contract);
  const provenance = buildProvenance({
    id,
    contract: text,
    language: page.language,
    page: source,
    spots,
  });
  return { contract, text, provenance, provenanceText: serialise(provenance) };
}

/** The bytes of a committed file. */
function serialise(value: Contract | Provenance): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

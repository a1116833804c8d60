import type { Contract, Provenance, Unparsed } from '../contract.ts';
import { admit, nameForeign } from '../read/admit.ts';
import { PageError, UnsupportedError } from '../read/errors.ts';
import { readPage } from '../read/read-page.ts';
import { readRestrictions } from './constraints/restrictions.ts';
import { contractOf, type OperationReading } from './contract/contract.ts';
import { factsOf } from './contract/facts.ts';
import { CONTRACT_ID, contractId } from './contract/id.ts';
import { natureOf } from './contract/kind.ts';
import { describeFields } from './described.ts';
import { extensionContract } from './extension/extension.ts';
import { sha256 } from './hash.ts';
import { buildProvenance } from './provenance.ts';
import type { PageStatement } from './statement.ts';
import { readStates } from './states.ts';
import { readStructure } from './structure/operation.ts';
import { type NotUnderstood, notUnderstood } from './unread.ts';

/** A page as given; `name` is its name in messages. */
export interface PageText {
  readonly name: string;
  readonly text: string;
}

export interface DeriveOptions {
  /** The contract's id; by default made from method and path, e.g. `v3.get.volumes.volume_id`. */
  readonly id?: string | undefined;
  /** Whether the page's sentences stand in the result: for pages of one's own. */
  readonly quote?: boolean | undefined;
  /** The page's address for readers, to which reports link. */
  readonly url?: string | undefined;
}

/** A contract, its provenance, and the contents of their files. */
export interface Derivation {
  readonly contract: Contract;
  readonly text: string;
  readonly provenance: Provenance;
  readonly provenanceText: string;
  /** The sentences of the contract's `unparsed`, even if they do not stand in it. */
  readonly notUnderstood: readonly NotUnderstood[];
}

/**
 * Derives the contract of the one operation that a page describes. A sentence that looks like a constraint, and that no
 * reader reads, becomes an `unparsed` entry.
 *
 * @throws DeriveError, by its subclasses, naming file and line
 */
export function derive(page: PageText, options: DeriveOptions = {}): Derivation {
  try {
    return deriveAdmitted(page, options);
  } catch (error) {
    if (error instanceof PageError) throw nameForeign(error, page.text);
    // the parsers recurse, and a page can nest deeper than the stack
    if (!(error instanceof RangeError)) throw error;
    throw new PageError({ file: page.name, line: 1 }, 'the page is nested too deeply', 'flatten it', error);
  }
}

function deriveAdmitted(
  { name, text: source }: PageText,
  { id: wanted, quote = false, url }: DeriveOptions,
): Derivation {
  admit(name, source);
  const page = readPage(name, source);
  const structure = readStructure(page);
  const described = describeFields(structure);
  const nature = natureOf(structure);
  const states = readStates(structure.prose, nature.resource);
  const names = described.filter(({ place }) => place === 'request').map(({ field }) => field.name);
  const restrictions = readRestrictions(structure.prose, names);
  const unread = notUnderstood(structure, described, { states, restrictions });
  const reading: OperationReading = {
    page: structure,
    nature,
    described,
    states,
    restrictions,
    statements: factsOf(structure, described, nature, states),
    unparsed: unread.map((one) => unparsedOf(one, quote)),
  };
  const id = wanted ?? contractId(structure.route, nature.action);
  if (!CONTRACT_ID.test(id)) {
    const remedy = 'use small letters and digits, joined by . or -';
    throw new UnsupportedError({ file: name, line: 1 }, `"${id.slice(0, 80)}" is not an id of a contract`, remedy);
  }
  const { contract, statements } = extensionContract(id, reading) ?? {
    contract: contractOf(id, reading),
    statements: reading.statements,
  };
  const text = serialise(contract);
  const spots = new Map(statements.map(({ at, fact }: PageStatement) => [fact, at]));
  const provenance = buildProvenance({ id, contract: text, language: page.language, page: source, spots, quote, url });
  return { contract, text, provenance, provenanceText: serialise(provenance), notUnderstood: unread };
}

/** Long enough to recognise a sentence by, short enough for a report. */
const MAX_QUOTED = 500;

function unparsedOf({ heading, line, text }: NotUnderstood, quote: boolean): Unparsed {
  return { heading, line, sha256: sha256(text), ...(quote ? { text: text.slice(0, MAX_QUOTED) } : {}) };
}

/** The bytes of a committed file. */
function serialise(value: Contract | Provenance): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

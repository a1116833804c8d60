import { constraintsInWords } from '../../constraint-words.ts';
import { fieldsOf } from '../../fields.ts';
import { DeriveError, NoOperationError } from '../../read/errors.ts';
import type { Derivation, PageText } from '../derive.ts';
import { findPages, readPageFile } from './pages.ts';
import { type DerivedPage, type Settlement, settle } from './settle.ts';

/** The results for the pages of a folder. */
export interface FolderDerivation extends Settlement {
  /** In the order of the files. */
  readonly refused: readonly RefusedPage[];
  /** Files that are not the page of an operation, such as an index or a history of changes. */
  readonly others: readonly string[];
  /** Symbolic links, which are not followed. */
  readonly links: readonly string[];
}

/** A page of an operation that has no contract. */
export interface RefusedPage {
  readonly file: string;
  /** `FILE:LINE: what is wrong; what to do`. */
  readonly message: string;
}

/** Takes each contract as soon as it is derived, because none is kept in memory. */
export interface ContractSink {
  readonly keep: (derivation: Derivation) => void;
  /** Takes back the contract of a page, because another page keeps its id. */
  readonly drop: (page: DerivedPage) => void;
}

/** Derives a page; if its time is limited, the limit throws a `DeriveError`. */
export type DerivePage = (page: PageText, id?: string) => Derivation;

/**
 * Derives every page below a folder, in the order of their names. A page that cannot be derived does not stop the
 * others.
 *
 * @throws FolderError if the folder cannot be read or holds too much
 * @throws everything that the sink throws
 */
export function deriveFolder(root: string, derive: DerivePage, sink: ContractSink): FolderDerivation {
  const { closed, links, pages } = findPages(root);
  const refused: RefusedPage[] = closed.map(({ folder, why }) => ({
    file: folder,
    message: `${folder}:1: the folder cannot be read (${why}); make it readable, or remove it`,
  }));
  const others: string[] = [];
  const derived: DerivedPage[] = [];
  /** The pages that own the contract files of their ids, by id. */
  const owners = new Map<string, DerivedPage>();

  function attempt(file: string, id?: string): Derivation | undefined {
    try {
      return derive({ name: file, text: readPageFile(root, file) }, id);
    } catch (error) {
      if (error instanceof NoOperationError) others.push(file);
      else refused.push({ file, message: error instanceof DeriveError ? error.message : broken(file, error) });
      return undefined;
    }
  }

  for (const file of pages) {
    const derivation = attempt(file);
    if (derivation === undefined) continue;
    const page = summaryOf(file, derivation);
    derived.push(page);
    if (owners.has(page.id)) continue;
    owners.set(page.id, page);
    sink.keep(derivation);
  }

  // only now is it known which of several pages keeps an id
  const settlement = settle(derived);
  const inPlace = new Set([...owners.values()].map(placeOf));
  const wanted = new Set(settlement.kept.map(placeOf));
  for (const owner of owners.values()) if (!wanted.has(placeOf(owner))) sink.drop(owner);
  const kept = settlement.kept.filter((page) => {
    if (inPlace.has(placeOf(page))) return true;
    const derivation = attempt(page.file, page.id);
    if (derivation !== undefined) sink.keep(derivation);
    return derivation !== undefined;
  });
  return {
    ...settlement,
    kept,
    refused: refused.toSorted((one, two) => (one.file < two.file ? -1 : 1)),
    others,
    links,
  };
}

function placeOf({ file, id }: DerivedPage): string {
  return `${id} ${file}`;
}

/** The error is our own fault, and no reason to stop the other pages. */
function broken(file: string, error: unknown): string {
  const what = error instanceof Error ? error.message : String(error);
  return `${file}:1: the reader broke on this page (${what}); report it, and remove the page until then`;
}

function summaryOf(file: string, { contract, provenance }: Derivation): DerivedPage {
  const { action, deprecated, kind, method, path, project } = contract.operation;
  const fields = fieldsOf(contract).filter(({ pointer }) => pointer !== '/');
  // items and keys have no rows on the page, and a refusal has the same rows under several names
  const named = fields.filter(({ place, pointer }) => place !== 'error' && !/\/\*(?::keys)?$/.test(pointer));
  const refusal = new Set(fields.flatMap(({ fact, place }) => (place === 'error' && fact !== null ? [fact] : [])));
  const words = fields.flatMap(({ place, schema }) => (place === 'error' ? [] : constraintsInWords(schema)));
  return {
    file,
    id: contract.id,
    language: provenance.language,
    operation: { action, deprecated, kind, method, path, project },
    fields: named.length + refusal.size,
    constraints: words.length + contract.preconditions.length + contract.cases.length,
    unparsed: contract.unparsed.length,
  };
}

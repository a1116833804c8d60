import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contractNamed, contractNamesIn } from '../../main/contracts.ts';
import { readText } from '../../main/report-folder/read.ts';
import { UsageError } from '../../main/settings/usage.ts';
import { shown } from '../../reports/text.ts';
import type { Derivation } from '../../spec/derive/derive.ts';
import { deriveFolder } from '../../spec/derive/folder/folder.ts';
import { sha256 } from '../../spec/derive/hash.ts';
import type { ComparedContract } from '../../spec/diff/contracts.ts';
import { deriveWithin } from '../derive.ts';

/** A contract of one side, given or derived. */
export interface SideContract extends ComparedContract {
  /** Its name in messages: its file, its id, or its page. */
  readonly name: string;
  readonly sha256: string;
}

/** One side of a comparison. */
export interface Side {
  readonly name: string;
  readonly isFolder: boolean;
  readonly contracts: readonly SideContract[];
  /** Pages of a folder that cannot be derived: `FILE:LINE: what is wrong; what to do`. */
  readonly refused: readonly string[];
}

const PAGE = /\.(?:md|markdown|rst)$/i;

/**
 * Reads a side: the id or the file of a contract, a page, or a folder of either.
 *
 * @param id - of the contract that is made of a page
 * @throws UsageError, ContractError, DeriveError, FolderError
 */
export function readSide(name: string, id?: string): Side {
  if (existsSync(name) && statSync(name).isDirectory()) return readFolder(name);
  return { name, isFolder: false, contracts: [PAGE.test(name) ? readPage(name, id) : readContract(name)], refused: [] };
}

function readContract(name: string): SideContract {
  const { contract, provenance, sha256: digest } = contractNamed(name);
  return { name, contract, provenance, sha256: digest };
}

function readPage(file: string, id: string | undefined): SideContract {
  return ofDerivation(file, deriveWithin({ name: basename(file), text: readText('the page', file) }, { id }));
}

function ofDerivation(name: string, { contract, provenance, text }: Derivation): SideContract {
  return { name, contract, provenance, sha256: sha256(text) };
}

function readFolder(folder: string): Side {
  const derived = new Map<string, Derivation>();
  const { kept, refused } = deriveFolder(folder, (page, own) => deriveWithin(page, { id: own }), {
    keep: (derivation) => void derived.set(derivation.contract.id, derivation),
    drop: ({ id }) => void derived.delete(id),
  });
  const pages = kept.flatMap(({ file, id }) => {
    const derivation = derived.get(id);
    return derivation === undefined ? [] : [ofDerivation(file, derivation)];
  });
  const messages = refused.map(({ message }) => message);
  if (pages.length > 0) return { name: folder, isFolder: true, contracts: pages, refused: messages };
  const contracts = contractNamesIn(folder).map((name) => readContract(join(folder, name)));
  if (contracts.length === 0) {
    const why = messages.length === 0 ? '' : `; ${messages[0]}`;
    throw new UsageError(
      `${shown(folder)} has neither a page of an operation (.md, .markdown, .rst) nor a contract (.json)${why}`,
    );
  }
  return { name: folder, isFolder: true, contracts, refused: messages };
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract, Provenance } from './contract.ts';
import { sha256 } from './derive/hash.ts';
import { PROVENANCES, provenanceFile } from './derive/provenance.ts';
import { checkConsistency } from './load/consistency.ts';
import { ContractError } from './load/error.ts';
import { asContract, asProvenance } from './load/shape.ts';
import { packageRoot } from './root.ts';

export { ContractError } from './load/error.ts';

/** Largest contract file, in bytes of UTF-8. */
const MAX_BYTES = 1024 * 1024;

/** A contract as loaded: `text` is its file's content, and reports identify it by `sha256`. */
export interface LoadedContract {
  readonly contract: Contract;
  readonly text: string;
  readonly sha256: string;
  /** Null unless a file next to the contract gives the places of this very contract's facts. */
  readonly provenance: Provenance | null;
  /** sha256 of each page that is known to state the same; absent or empty if none is known. */
  readonly pages?: readonly string[];
  /** Where our own page, whose sentences may be quoted, says the same; absent where we have none. */
  readonly restated?: Provenance | undefined;
}

/**
 * Reads a contract from the text of its file, and trusts nothing in it.
 *
 * @param file - its name in messages
 * @throws ContractError naming the file and a JSON pointer into it
 */
export function loadContract(text: string, file: string): Contract {
  try {
    const value = parse(text, file);
    refuseOldFormat(value, file);
    const contract = asContract(value, file);
    checkConsistency(contract, file);
    return contract;
  } catch (error) {
    // validators recurse, and a file can nest deeper than the stack
    if (!(error instanceof RangeError)) throw error;
    throw new ContractError(file, '', 'it is nested too deeply', { cause: error });
  }
}

/** Refuses contracts of the first format, which were of extensions only: their pages have the missing parts. */
function refuseOldFormat(value: unknown, file: string): void {
  if (!isOfFirstFormat(value)) return;
  throw new ContractError(file, '/format', 'this is a contract of format 1, and format 2 is read', {
    remedy: 'derive its page again: evs-conformance derive PAGE -o FILE',
  });
}

function isOfFirstFormat(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 1;
}

/** sha256 of a contract's file, in hexadecimal. */
export function contractDigest(text: string): string {
  return sha256(text);
}

/**
 * Finds a contract by its id among the committed ones, or by the path of its file. Its provenance is looked for next to
 * it, the vendor's before ours, and used if it is about these very bytes.
 *
 * @throws ContractError if there is none, or it cannot be used
 */
export function findContract(idOrFile: string): LoadedContract {
  const folder = join(packageRoot(), 'spec/contracts');
  const committed = join(folder, `${idOrFile}.json`);
  const file = /^[a-z0-9._-]+$/.test(idOrFile) && existsSync(committed) ? committed : idOrFile;
  if (!existsSync(file) && !/[/\\.]/.test(idOrFile)) {
    const ids = readdirSync(folder).flatMap(
      (name) => /^((?!.*\.provenance\.)[a-z0-9._-]+)\.json$/.exec(name)?.[1] ?? [],
    );
    throw new ContractError(file, '', `no such contract; the committed ones are ${ids.join(', ')}`);
  }
  const text = read(file);
  const contract = loadContract(text, file);
  const digest = contractDigest(text);
  const provenances = findProvenances(file, digest);
  const pages = provenances.map(({ page }) => page.sha256);
  const restated = provenances.find(({ origins }) => origins.some((origin) => origin.text !== undefined));
  return { contract, text, sha256: digest, provenance: provenances[0] ?? null, pages, restated };
}

function findProvenances(file: string, digest: string): readonly Provenance[] {
  return PROVENANCES.flatMap((of) => {
    const beside = provenanceFile(file, of);
    if (!existsSync(beside)) return [];
    const value = parse(read(beside), beside);
    // a provenance of the first format cannot be about these bytes
    if (isOfFirstFormat(value)) return [];
    const provenance = asProvenance(value, beside);
    return provenance.contract.sha256 === digest ? [provenance] : [];
  });
}

function read(file: string): string {
  try {
    const { size } = statSync(file);
    if (size > MAX_BYTES) throw new ContractError(file, '', `${size} bytes are too many`);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (cause) {
    if (cause instanceof ContractError) throw cause;
    throw new ContractError(file, '', `it cannot be read (${cause instanceof Error ? cause.message : 'unknown'})`, {
      cause,
    });
  }
}

function parse(text: string, file: string): unknown {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES) throw new ContractError(file, '', `${bytes} bytes are too many`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ContractError(file, '', 'this is not JSON', { cause });
  }
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { shown } from '../reports/text.ts';
import { findContract, type LoadedContract } from '../spec/load.ts';
import { packageRoot } from '../spec/root.ts';
import { UsageError, unknown } from './settings/usage.ts';

/** Ids of the contracts that come with the package. */
function contractIds(): readonly string[] {
  const folder = join(packageRoot(), 'spec', 'contracts');
  return existsSync(folder) ? contractNamesIn(folder).map((name) => name.slice(0, -'.json'.length)) : [];
}

/** The names of a folder's contract files; what says where a contract was read stands beside it, and is none. */
export function contractNamesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !/\.provenance\.[a-z]+\.json$/.test(name))
    .sort();
}

/** The contract files of a folder. Throws `UsageError` where there are none. */
export function contractFilesIn(folder: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`--contracts takes a folder of contract files, and ${shown(folder)} is not one`);
  const files = contractNamesIn(folder).map((name) => join(folder, name));
  if (files.length === 0)
    throw new UsageError(`${shown(folder)} has no contract files (*.json): evs-conformance derive writes them`);
  return files;
}

/** Whether a contract of this id comes with the package. */
export const isOurs = (id: string): boolean => contractIds().includes(id);

/** Loads a contract by id or file; a word that is neither gets the nearest id. */
export function contractNamed(name: string): LoadedContract {
  const ids = contractIds();
  if (!ids.includes(name) && !existsSync(name) && !/[/\\]|\.json$/.test(name)) throw unknown('contract', name, ids);
  return findContract(name);
}

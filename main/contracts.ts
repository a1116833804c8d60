import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findContract, type LoadedContract } from '../spec/load.ts';
import { packageRoot } from '../spec/root.ts';
import { unknown } from './settings/usage.ts';

/** Ids of the contracts that come with the package. */
function contractIds(): readonly string[] {
  const folder = join(packageRoot(), 'spec', 'contracts');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith('.json') && !/\.provenance\.[a-z]+\.json$/.test(name))
    .map((name) => name.slice(0, -'.json'.length));
}

/** Whether a contract of this id comes with the package. */
export const isOurs = (id: string): boolean => contractIds().includes(id);

/** Loads a contract by id or file; a word that is neither gets the nearest id. */
export function contractNamed(name: string): LoadedContract {
  const ids = contractIds();
  if (!ids.includes(name) && !existsSync(name) && !/[/\\]|\.json$/.test(name)) throw unknown('contract', name, ids);
  return findContract(name);
}

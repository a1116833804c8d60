import { contractFilesIn } from '../contracts.ts';
import type { ConfigFile } from './config-file.ts';
import type { runOptions, Values } from './options.ts';
import { defaults } from './settings.ts';
import { UsageError } from './usage.ts';

type ContractValues = Pick<Values<typeof runOptions>, 'contract' | 'contracts'>;

/**
 * The contracts of a run by id or file, in the order in which they are run; at least one.
 *
 * @throws UsageError where the command line names them in two ways, or a folder has none
 */
export function readContractNames(
  flags: ContractValues,
  given: ContractValues,
  file: Pick<ConfigFile, 'contract'>,
): readonly string[] {
  if (given.contracts === undefined) return given.contract ?? listed(file.contract) ?? [defaults.contract];
  if (flags.contract !== undefined)
    throw new UsageError('--contract and --contracts are two ways to name contracts: use one');
  return contractFilesIn(given.contracts);
}

function listed(contract: ConfigFile['contract']): readonly string[] | undefined {
  return typeof contract === 'string' ? [contract] : contract;
}

import { type FaultId, faults } from '../../backend/faults/index.ts';
import type { Operation } from '../../engine/operation.ts';
import type { Contract } from '../../spec/contract.ts';
import type { LoadedContract } from '../../spec/load.ts';
import { groupOf, idsIn, isOfWholeGroup, type RequirementId } from '../../spec/requirements.ts';
import { contractNamed } from '../contracts.ts';
import { operationOf } from '../operations.ts';
import { checkRemoval, keepsVolumes } from '../removal.ts';
import type { RunSettings } from '../settings/settings.ts';
import { UsageError, unknown } from '../settings/usage.ts';
import { checkDialects } from '../settings/values.ts';
import { mostEntries, reservedName } from './entries.ts';

/** A contract that is to be certified against, with the requirements that were asked for and are its operation's. */
export interface ContractRun {
  readonly loaded: LoadedContract;
  /** undefined: all; empty: its operation has none of them. */
  readonly only: readonly RequirementId[] | undefined;
}

/** Why a contract has no turn whose operation has none of the requirements that were asked for. */
export const passedOver = 'its operation has none of the selected requirements';

type AskedContracts = Pick<RunSettings, 'contracts' | 'only' | 'challenge'> &
  Partial<Pick<RunSettings, 'fault' | 'target'>>;

/**
 * Loads the contracts of a run, each once, before anything is sent. `suiteOf`: the operation that certifies a contract.
 *
 * @throws UsageError where one is not known or named twice, where several cannot be run together, or where a requirement or
 *   the fault is of no operation among them, or the only operation would remove volumes that the run did not create
 * @throws ContractError where one cannot be loaded
 */
export function contractRuns(
  { contracts, only, challenge, fault, target }: AskedContracts,
  suiteOf: (contract: Contract) => Operation = operationOf,
): readonly ContractRun[] {
  const all = contracts.map((name) => ({ name, loaded: contractNamed(name) }));
  if (all.length > 1) checkTogether(all, challenge);
  const runs = all.map(({ loaded }) => ({ loaded, operation: certified(loaded, suiteOf) }));
  if (only !== undefined) checkKnown(only, runs);
  if (fault !== undefined) checkFault(fault, runs);
  const [one, ...others] = runs;
  // of several each says so in its turn, and keeps no other from being run
  if (one?.operation !== undefined && others.length === 0) checkRemoval(one.operation, keepsVolumes({ target }));
  return runs.map(({ loaded, operation }) => ({
    loaded,
    only: operation === undefined ? only : only?.filter((id) => idsIn(operation.register).includes(id)),
  }));
}

/**
 * The contract of a run that can have one alone; `why` says so.
 *
 * @throws UsageError where there are several, and as `contractRuns` does
 */
export function theContractRun(asked: AskedContracts, why: string): ContractRun {
  const [one, ...others] = asked.contracts.length > 1 ? [] : contractRuns(asked);
  if (one !== undefined && others.length === 0) return one;
  throw new UsageError(`${asked.contracts.length} contracts are named (${asked.contracts.join(', ')}): ${why}`);
}

/** Where nothing certifies a contract, its turn says so, and keeps no other from being run. */
function certified({ contract }: LoadedContract, suiteOf: (contract: Contract) => Operation): Operation | undefined {
  try {
    return suiteOf(contract);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** What stands beside the folders of the contracts has names as these. */
const ownFiles = /\.(json|ndjson|html|md|xml|lock)$/;

function checkTogether(
  all: readonly { readonly name: string; readonly loaded: LoadedContract }[],
  challenge: string | undefined,
): void {
  if (all.length > mostEntries)
    throw new UsageError(`${all.length} contracts are named, but at most ${mostEntries} are allowed`);
  const names = new Map<string, string>();
  for (const { name, loaded } of all) {
    const { id } = loaded.contract;
    const before = names.get(id);
    if (before !== undefined) {
      const where = before === name ? '' : `, by ${before} and ${name}`;
      throw new UsageError(`the contract ${id} is named twice${where}: remove one`);
    }
    names.set(id, name);
    if (reservedName.test(id) || ownFiles.test(id))
      throw new UsageError(`the contract ${id} (${name}) cannot be the name of a folder: run it alone`);
  }
  if (challenge === undefined) return;
  throw new UsageError(
    '--challenge is for a run of one contract, because each of several has a seed of its own: run the challenged one by itself',
  );
}

/** What one of the operations has is passed over for the others; what none has was meant for something else. */
function checkKnown(
  only: readonly RequirementId[],
  runs: readonly { readonly operation: Operation | undefined }[],
): void {
  const operations = runs.flatMap(({ operation }) => (operation === undefined ? [] : [operation]));
  if (operations.length < runs.length) return;
  const known = operations.flatMap(({ register }) => idsIn(register));
  // of a group that was asked for whole, those are meant that are there
  const isMeant = (id: string): boolean =>
    isOfWholeGroup(id, only) && known.some((one) => groupOf(one) === groupOf(id));
  const stray = only.find((id) => !known.includes(id) && !isMeant(id));
  if (stray === undefined) return;
  const ids = [...new Set(operations.map(({ id }) => id))];
  throw unknown(`requirement of ${ids.join(', ')}`, stray, [...new Set(known)]);
}

/** A run in which the fault cannot show would be taken for one that has missed it. */
function checkFault(
  fault: FaultId,
  runs: readonly { readonly loaded: LoadedContract; readonly operation: Operation | undefined }[],
): void {
  const ids = runs.map(({ operation }) => operation?.id ?? '');
  const { operation } = faults[fault];
  if (ids.includes('')) return;
  if (!ids.includes(operation))
    throw new UsageError(`${fault} is a fault of ${operation}, and this run certifies ${[...new Set(ids)].join(', ')}`);
  checkDialects(
    fault,
    runs.map(({ loaded }) => loaded.contract.id),
  );
}

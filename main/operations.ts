import type { Operation } from '../engine/operation.ts';
import type { Contract } from '../spec/contract.ts';
import { deleteVolume } from '../suites/delete-volume/operation.ts';
import { extendVolume } from '../suites/extend-volume/operation.ts';
import { UsageError } from './settings/usage.ts';

/** Everything that can be certified. */
export const operations: readonly Operation[] = [extendVolume, deleteVolume];

/** The operation with this id; undefined where no suite certifies it. */
export const operationNamed = (id: string): Operation | undefined => operations.find((one) => one.id === id);

/** The operation that a contract is of; undefined where no suite certifies it. */
export const operationFor = (contract: Contract): Operation | undefined =>
  operations.find(({ certifies }) => certifies(contract));

/**
 * The operation that a contract is of.
 *
 * @throws UsageError where no suite certifies it
 */
export function operationOf(contract: Contract): Operation {
  const found = operationFor(contract);
  if (found !== undefined) return found;
  const { method, path } = contract.operation;
  const known = operations.map(({ id }) => id).join(', ');
  throw new UsageError(
    `nothing certifies ${method} ${path} (contract ${contract.id}) yet: there are suites for ${known}`,
  );
}

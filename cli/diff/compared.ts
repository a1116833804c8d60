import { operationFor } from '../../main/operations.ts';
import { UsageError } from '../../main/settings/usage.ts';
import { shown } from '../../reports/text.ts';
import { type ContractChange, canChangeVerdict } from '../../spec/diff/change.ts';
import { DifferentOperations, diffContracts } from '../../spec/diff/contracts.ts';
import { matchOperations, SameOperation } from '../../spec/diff/match.ts';
import { operationKey } from '../../spec/diff/operation.ts';
import type { Side, SideContract } from './side.ts';

/** One operation of both sides, with its changes. */
export interface ComparedPair {
  readonly before: SideContract;
  readonly after: SideContract;
  readonly changes: readonly ContractChange[];
}

/** The differences between two sides. */
export interface SideComparison {
  readonly pairs: readonly ComparedPair[];
  readonly added: readonly SideContract[];
  readonly removed: readonly SideContract[];
}

/**
 * Compares two sides, operation by operation. If one side is a single contract, only its operation is looked up in the
 * other.
 *
 * @throws UsageError if two single contracts are of different operations, or a folder lacks the operation that is
 * looked up
 */
export function compareSides(before: Side, after: Side): SideComparison {
  try {
    const [one, other] = [before.contracts[0], after.contracts[0]];
    if (!before.isFolder && !after.isFolder && one !== undefined && other !== undefined)
      return { pairs: [compared(one, other)], added: [], removed: [] };
    const { added, pairs, removed } = matchOperations(before.contracts, after.contracts);
    const all = pairs.map(([old, now]) => compared(old, now));
    if (before.isFolder && after.isFolder) return { pairs: all, added, removed };
    if (all.length === 0) throw absent(before, after);
    return { pairs: all, added: [], removed: [] };
  } catch (error) {
    if (!(error instanceof DifferentOperations || error instanceof SameOperation)) throw error;
    throw new UsageError(shown(error.message, 500), { cause: error });
  }
}

function compared(before: SideContract, after: SideContract): ComparedPair {
  const register = (operationFor(before.contract) ?? operationFor(after.contract))?.register;
  return { before, after, changes: diffContracts(before, after, register) };
}

function absent(before: Side, after: Side): UsageError {
  const [folder, single] = before.isFolder ? [before, after] : [after, before];
  const [one] = single.contracts;
  const key = one === undefined ? single.name : operationKey(one.contract);
  return new UsageError(
    `${shown(folder.name)} has nothing about ${shown(key)}, the operation of ${shown(single.name)}`,
  );
}

/** Whether a verdict can change: an operation that is gone has no verdict any more. */
export function changesVerdicts({ pairs, removed }: SideComparison): boolean {
  return removed.length > 0 || pairs.some(({ changes }) => changes.some(canChangeVerdict));
}

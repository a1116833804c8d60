import { type ContractChange, canChangeVerdict } from './change.ts';
import { reachedBy } from './contracts.ts';

/** Rows of an earlier report: those that hold by the new contract too, and those that need a new verdict. */
export interface HeldRows<R> {
  readonly held: readonly R[];
  readonly again: readonly R[];
}

/**
 * The rows of a report that still hold after changes of its contract. A change without a known row in the report
 * affects all of them.
 */
export function heldRows<R extends { readonly id: string }>(
  rows: readonly R[],
  changes: readonly ContractChange[],
): HeldRows<R> {
  const isUnplaced = changes.some((each) => canChangeVerdict(each) && each.requirements.length === 0);
  const reached = new Set(reachedBy(changes));
  const again = rows.filter(({ id }) => isUnplaced || reached.has(id));
  return { again, held: rows.filter((row) => !again.includes(row)) };
}

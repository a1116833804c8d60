import type { Contract } from '../contract.ts';
import { operationKey } from './operation.ts';

/** The contracts of two folders, matched by operation. */
export interface Matched<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
  /** Only the second folder has them. */
  readonly added: readonly T[];
  /** Only the first folder has them. */
  readonly removed: readonly T[];
}

/** One side has an operation twice. */
export class SameOperation extends Error {
  override readonly name = 'SameOperation';
}

/**
 * Matches contracts by method, path and key of the body, in the order of the second list.
 *
 * @throws SameOperation if a list has an operation twice, naming both contracts
 */
export function matchOperations<T extends { readonly name: string; readonly contract: Contract }>(
  before: readonly T[],
  after: readonly T[],
): Matched<T> {
  const [old, now] = [byKey(before), byKey(after)];
  return {
    pairs: [...now].flatMap(([key, one]) => {
      const was = old.get(key);
      return was === undefined ? [] : [[was, one] as const];
    }),
    added: [...now].flatMap(([key, one]) => (old.has(key) ? [] : [one])),
    removed: [...old].flatMap(([key, one]) => (now.has(key) ? [] : [one])),
  };
}

function byKey<T extends { readonly name: string; readonly contract: Contract }>(
  all: readonly T[],
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const one of all) {
    const key = operationKey(one.contract);
    const other = found.get(key);
    if (other !== undefined) {
      throw new SameOperation(`${other.name} and ${one.name} are of one operation, ${key}: remove one`);
    }
    found.set(key, one);
  }
  return found;
}

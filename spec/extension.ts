import type { Contract } from './contract.ts';
import { clauseValue, findClause, resourceParameter } from './parts.ts';

/** The page's names for the parts of an operation that gives a volume a new size. */
export interface ExtensionNames {
  /** Key of the action in the request body, e.g. `os-extend`. */
  readonly action: string;
  /** Key of the new size, below the action, e.g. `new_size`; in GB. */
  readonly size: string;
  /** Path parameters that carry the project and the volume. */
  readonly project: string;
  readonly volume: string;
}

/** Thrown if a contract for an extension is of another operation. */
export class NoExtension extends Error {
  override readonly name = 'NoExtension';
}

/** Whether a contract's operation gives a volume a new size. */
export function isExtension({ operation, clauses }: Contract): boolean {
  return operation.action !== null && clauses.some(({ id }) => id === SIZE);
}

/** The clause about the keys that an action must have: the size alone. */
const SIZE = 'body.new-size';

const read = new WeakMap<Contract, ExtensionNames>();

/**
 * The parts of an extension, by the names of its contract. They are looked up once for each contract, because every
 * step needs them.
 *
 * @throws NoExtension naming the contract, if it is of another operation
 */
export function extensionOf(contract: Contract): ExtensionNames {
  const known = read.get(contract);
  if (known !== undefined) return known;
  const { action, project } = contract.operation;
  const volume = resourceParameter(contract);
  const [size] = findClause(contract, SIZE) === undefined ? [] : (clauseValue(contract, SIZE) as readonly string[]);
  if (action === null || project === null || volume === null || size === undefined) {
    throw new NoExtension(`the contract ${contract.id} is of no operation that extends a volume`);
  }
  const names = { action, size, project, volume };
  read.set(contract, names);
  return names;
}

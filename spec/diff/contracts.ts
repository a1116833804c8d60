import type { Contract, Provenance } from '../contract.ts';
import type { Register } from '../requirements.ts';
import { CHANGE_CLASSES, type ChangeClass, type ContractChange, canChangeVerdict, type FoundChange } from './change.ts';
import { clauseChanges } from './clauses.ts';
import { factChanges } from './facts.ts';
import { fieldChanges } from './fields.ts';
import { operationChanges, operationInWords, operationKey } from './operation.ts';
import { placedClauses } from './placed-clauses.ts';
import { provenanceChanges } from './provenance.ts';
import { withRequirements } from './reach.ts';
import { ruleChanges } from './rules.ts';

/** A contract to compare, with the places of its facts if they are known. */
export interface ComparedContract {
  readonly contract: Contract;
  readonly provenance: Provenance | null;
}

/** Two contracts are of unrelated operations. */
export class DifferentOperations extends Error {
  override readonly name = 'DifferentOperations';
}

/**
 * The changes from one contract to another of the same operation, the most important first.
 *
 * @param register - the requirements of its suite; undefined if nothing certifies it
 * @throws DifferentOperations if neither id nor method, path and body key are the same
 */
export function diffContracts(
  { contract: before, provenance: from }: ComparedContract,
  { contract: after, provenance: to }: ComparedContract,
  register: Register | undefined,
): readonly ContractChange[] {
  if (before.id !== after.id && operationKey(before) !== operationKey(after)) {
    throw new DifferentOperations(
      `these are different operations: ${operationInWords(before)}, and ${operationInWords(after)}; give two of one`,
    );
  }
  const fields = fieldChanges(before, after);
  const operation = operationChanges(before, after).filter((each) => !isSpoken(each, fields));
  const rules = ruleChanges(before, after);
  const main = [...operation, ...fields, ...rules];
  const clauses = clauseChanges(before, after, main);
  const told = [...main, ...clauses];
  const touched = [before, after].flatMap(placedClauses).filter((clause) => told.some((each) => each.touches(clause)));
  const spoken = new Set([...told.flatMap(({ facts }) => facts), ...touched.flatMap(({ fact }) => fact ?? [])]);
  const all = [...told, ...factChanges(before, after, spoken), ...provenanceChanges(from, to)];
  const changes = withRequirements(all, [before, after], register);
  return changes.toSorted((one, other) => rank(other.class) - rank(one.class));
}

/** Whether the field already reports the change: a job comes and goes with its field. */
function isSpoken({ parts, where }: FoundChange, fields: readonly FoundChange[]): boolean {
  return where === 'answer' && parts.includes('job') && fields.some((field) => field.parts.includes('job'));
}

const ORDER = Object.keys(CHANGE_CLASSES);

function rank(kind: ChangeClass): number {
  return ORDER.indexOf(kind);
}

/** The requirements whose verdict the changes can affect, each once. */
export function reachedBy(changes: readonly ContractChange[]): readonly string[] {
  return [...new Set(changes.filter(canChangeVerdict).flatMap(({ requirements }) => requirements))];
}

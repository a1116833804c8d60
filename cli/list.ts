import { operationFor } from '../main/operations.ts';
import { place, shown } from '../reports/text.ts';
import type { Contract } from '../spec/contract.ts';
import type { LoadedContract } from '../spec/load.ts';
import { originsOf } from '../spec/origins.ts';
import { isListed, missingParts } from '../spec/parts.ts';
import { idsIn, type Requirement, type RequirementId, requirementIn, untestedIn } from '../spec/requirements.ts';
import { fill } from '../spec/statement.ts';
import { listFields } from './list-fields.ts';

/**
 * Every requirement, with its level, its statement for this contract, and its place on the page; for a contract without
 * a suite, its fields.
 */
export function list(loaded: LoadedContract): string {
  const { contract, provenance } = loaded;
  const operation = operationFor(contract);
  if (operation === undefined) return listFields(loaded);
  const { register } = operation;
  const rows = [
    ...idsIn(register).flatMap((id) => {
      const own = requirementIn(register, id);
      return isListed(contract, id, own) ? [{ id, ...own, note: absence(contract, id, own) }] : [];
    }),
    ...untestedIn(register, contract).map(([id, { statement, facts, reason }]) => {
      return { id, level: 'none', statement, facts, note: `untested: ${reason}` };
    }),
  ];
  const [id, level] = [rows.map((row) => row.id.length), rows.map((row) => row.level.length)];
  const indent = ' '.repeat(Math.max(...id) + Math.max(...level) + 4);
  const lines = rows.flatMap((row) => {
    const clauses = originsOf(row.facts, provenance).map(place);
    return [
      `${row.id.padEnd(Math.max(...id))}  ${row.level.padEnd(Math.max(...level))}  ${fill(row.statement, contract)}`,
      `${indent}${clauses.length === 0 ? 'the page does not say' : clauses.join('; ')}`,
      ...(row.note === undefined ? [] : [`${indent}${row.note}`]),
    ];
  });
  const unparsed = contract.unparsed.map(
    ({ line, heading, text }) => `not understood, line ${line}: ${shown(text ?? `under "${heading}"`)}`,
  );
  return `${[...lines, ...unparsed].join('\n')}\n`;
}

/** The reason why a requirement does not apply to a contract; undefined if it does. */
export function absence(contract: Contract, id: RequirementId, own: Requirement): string | undefined {
  const missing = missingParts(contract, id, own);
  return missing.length === 0 ? undefined : `does not apply: the contract has no ${missing.join(', ')}`;
}

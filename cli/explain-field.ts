import { unknown } from '../main/settings/usage.ts';
import { place, shown } from '../reports/text.ts';
import { constraintsInWords, typeInWords } from '../spec/constraint-words.ts';
import type { Clause, Contract, Provenance } from '../spec/contract.ts';
import { type ContractField, fieldId, fieldsOf } from '../spec/fields.ts';
import type { LoadedContract } from '../spec/load.ts';
import { originsOf } from '../spec/origins.ts';
import { resolve } from '../spec/parts.ts';
import { type LabelledLines, labelled } from './labelled.ts';
import { caseOf, obligationOf } from './list-fields.ts';

/**
 * One clause or one field of a contract that no suite certifies yet: its restriction, its level, and its place on the
 * page, with the sentences near it that were not understood.
 *
 * @throws UsageError naming the nearest id if there is neither
 */
export function explainField(id: string, { contract, provenance }: LoadedContract): string {
  const clause = contract.clauses.find((one) => one.id === id);
  if (clause !== undefined) return ofClause(clause, contract, provenance);
  const fields = fieldsOf(contract);
  const field = fields.find((one) => fieldId(one) === id);
  if (field !== undefined) return ofField(field, contract, provenance);
  const known = [...contract.clauses.map((one) => one.id), ...fields.map(fieldId)];
  throw unknown(`clause or field of ${contract.id}`, id, known);
}

function ofClause(clause: Clause, contract: Contract, provenance: Provenance | null): string {
  return labelled(`${shown(clause.id)}  ${clause.level}  ${shown(wordsOf(clause, contract))}`, [
    ['stands', [`${shown(clause.schemaPath)} of the case schema`]],
    ['value', [shown(JSON.stringify(resolve(contract.case, clause.schemaPath)) ?? 'none')]],
    ...pageOf(clause.fact, contract, provenance),
  ]);
}

function ofField(field: ContractField, contract: Contract, provenance: Provenance | null): string {
  const { clauses, fact, schema } = field;
  const words = [typeInWords(schema), obligationOf(field), ...constraintsInWords(schema)].filter((word) => word !== '');
  const cases = contract.cases.filter((one) => fact !== null && one.fact === fact).map((one) => shown(caseOf(one)));
  return labelled(`${shown(fieldId(field))}  ${shown(words.join('; '))}`, [
    ['clauses', clauses.length === 0 ? ['none binds it'] : clauses.map(({ id, level }) => `${shown(id)}  ${level}`)],
    ...(cases.length === 0 ? [] : [['cases', cases] as const]),
    ...pageOf(fact, contract, provenance),
  ]);
}

/** The keyword of a clause, in words. */
function wordsOf({ schemaPath }: Clause, { case: schema }: Contract): string {
  const cut = schemaPath.lastIndexOf('/');
  const keyword = schemaPath.slice(cut + 1);
  const around = resolve(schema, schemaPath.slice(0, cut));
  const value = resolve(schema, schemaPath);
  if (keyword === 'type') return typeInWords({ type: value });
  if (keyword === 'required' && Array.isArray(value)) return `has ${value.join(', ')}`;
  const open =
    typeof around === 'object' && around !== null && 'x-open' in around ? { 'x-open': around['x-open'] } : {};
  return constraintsInWords({ [keyword]: value, ...open }).join('; ') || `${keyword} ${JSON.stringify(value)}`;
}

function pageOf(fact: string | null, contract: Contract, provenance: Provenance | null): readonly LabelledLines[] {
  if (fact === null) return [['page', ['the page does not say']]];
  const origin = provenance?.origins.find((one) => one.fact === fact);
  const [where] = originsOf([fact], provenance).map(place);
  if (origin === undefined) return [['page', [`${where}; no provenance next to the contract says where`]]];
  const near = unparsedNear(origin.line, contract, provenance);
  return [
    ['page', [`${where}, under "${shown(origin.heading)}"`]],
    ...(origin.text === undefined ? [] : [['says', [shown(origin.text)]] as const]),
    ...(near.length === 0 ? [] : [['near', near] as const]),
  ];
}

/** The sentences that were not understood between this line and the next one with a fact. */
function unparsedNear(line: number, { unparsed }: Contract, provenance: Provenance | null): readonly string[] {
  const next = Math.min(...(provenance?.origins ?? []).map((one) => one.line).filter((one) => one > line));
  const near = unparsed
    .filter((one) => one.line >= line && one.line < next)
    .map((one) => `not understood, line ${one.line}: ${shown(one.text ?? `under "${one.heading}"`)}`);
  return [...new Set(near)];
}

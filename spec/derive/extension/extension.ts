import type { Clause, Contract, JsonSchema, Reading } from '../../contract.ts';
import { clausesOf } from '../contract/clauses.ts';
import { contractOf, type OperationReading } from '../contract/contract.ts';
import type { PageStatement } from '../statement.ts';
import { caseSchema } from './case.ts';
import { createMarks } from './clauses.ts';
import type { Facts } from './facts.ts';
import { readExtension } from './read.ts';
import { normalisations } from './request.ts';
import { preconditions } from './state.ts';

/** A contract, and the place of each of its facts. */
export interface LocatedContract {
  readonly contract: Contract;
  readonly statements: readonly PageStatement[];
}

/**
 * The contract of an operation that gives a volume a new size; undefined for a page of any other operation. Its bounds
 * depend on the volume, so it has a case schema, clauses and facts of its own; the rest is as in any contract.
 *
 * @throws ContradictionError, UnsupportedError
 */
export function extensionContract(id: string, reading: OperationReading): LocatedContract | undefined {
  const found = readExtension(reading);
  if (found === undefined) return undefined;
  const { facts, others, statements } = found;
  const general = contractOf(id, reading);
  const marks = createMarks();
  const schema = caseSchema(facts, others, marks);
  const contract: Contract = {
    ...general,
    operation: { ...general.operation, kind: 'action', resource: 'volume', action: facts['request.action'].name },
    cases: general.cases.map((each) => ({
      ...each,
      fact: facts['size.range'] === undefined ? 'request.size' : 'size.range',
    })),
    response: { ...general.response, success: withReceipt(general) },
    normalise: normalisations(facts),
    preconditions: preconditions(facts),
    case: schema,
    clauses: [...marks.locate(schema), ...beside(others)],
    facts: statements.map(({ fact, value }) => ({ id: fact, value })),
    readings: readings(facts),
  };
  return { contract, statements };
}

/**
 * The successful answer, which names the job or the resource. If no row says that a field is always present, the
 * samples show which are: with several samples, the fields of one of them.
 */
function withReceipt({ response: { success }, samples }: Contract): Contract['response']['success'] {
  const { schema, status } = success;
  const properties = (schema?.properties ?? {}) as object;
  if (schema === null || schema.required !== undefined || samples.success.length === 0) return success;
  const shown = samples.success.map((sample) => Object.keys(sample as object).filter((key) => key in properties));
  const [only, ...more] = shown;
  if (shown.some((keys) => keys.length === 0)) return success;
  const { type, ...rest } = schema;
  return {
    status,
    schema:
      more.length === 0
        ? { type, required: only, ...rest }
        : { ...schema, anyOf: shown.map((required) => ({ required })) },
  };
}

/** The clauses of fields besides the action. */
function beside(others: Readonly<Record<string, JsonSchema>>): readonly Clause[] {
  return Object.entries(others).flatMap(([name, schema]) => clausesOf(schema, 'request', `/${name}`));
}

/** Rule P4: questions that the page's wording leaves open. */
function readings(facts: Facts): readonly Reading[] {
  if (facts['size.range']?.maximum === undefined) return [];
  return [
    {
      fact: 'size.range',
      question: 'Does the maximum belong to the range?',
      readings: ['the maximum itself is accepted', 'only sizes below the maximum are accepted'],
    },
  ];
}

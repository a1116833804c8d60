import type { Contract, Reading, Unparsed } from '../../contract.ts';
import { FACT_IDS, type Facts } from '../facts.ts';
import type { PageSamples } from '../read/facts.ts';
import { caseSchema } from './case.ts';
import { createMarks } from './clauses.ts';
import { normalisations, requestSchema } from './request.ts';
import { answers, responseSchemas } from './response.ts';
import { samples } from './samples.ts';
import { pathSchemas } from './schemas.ts';
import { preconditions } from './state.ts';

/** What a contract is built from: all that its page states, and nothing else. */
export interface ContractParts {
  readonly facts: Facts;
  readonly samples: PageSamples;
  readonly unparsed: readonly Unparsed[];
}

/** The contract that follows from the facts of a page. */
export function buildContract(id: string, { facts, samples: shown, unparsed }: ContractParts): Contract {
  const { method, path } = facts['operation.route'];
  const marks = createMarks();
  const schema = caseSchema(facts, marks);
  return {
    format: 2,
    id,
    operation: {
      method,
      path,
      parameters: pathSchemas(facts),
      project: facts['parameter.project'].name,
      query: null,
      roles: {},
      kind: 'action',
      resource: 'volume',
      action: facts['request.action'].name,
      deprecated: facts['operation.deprecated'] !== undefined || facts['notice.deprecated'] !== undefined,
    },
    request: requestSchema(facts),
    cases: [],
    response: responseSchemas(facts),
    answers: answers(facts),
    samples: samples(facts, shown),
    normalise: normalisations(facts),
    preconditions: preconditions(facts),
    case: schema,
    clauses: marks.locate(schema),
    facts: FACT_IDS.filter((fact) => facts[fact] !== undefined).map((fact) => ({ id: fact, value: facts[fact] })),
    readings: readings(facts),
    unparsed,
  };
}

/** Rule P4: what the page's wording leaves open. */
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

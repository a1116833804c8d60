import type { Contract, JsonSchema, Reading, Unparsed } from '../../contract.ts';
import { FACT_KINDS, type FactId, type Facts } from '../facts.ts';
import { caseSchema } from './case.ts';
import { createMarks } from './clauses.ts';
import { normalisations, requestSchema } from './request.ts';
import { envelopes, responseSchemas } from './response.ts';
import { idSchema } from './schemas.ts';

/** The contract that follows from the facts of a page, and from nothing else. */
export function buildContract(id: string, facts: Facts, unparsed: readonly Unparsed[]): Contract {
  const { F1, F8, F9, F10, F11, F12, F13, F17 } = facts;
  const marks = createMarks();
  const schema = caseSchema(facts, marks);
  return {
    format: 1,
    id,
    operation: {
      method: F9.method,
      path: F9.path,
      deprecated: F1 !== undefined || F8 !== undefined,
      parameters: { [F10.name]: idSchema(), [F11.name]: idSchema() } satisfies Record<string, JsonSchema>,
    },
    names: {
      action: F12.name,
      size: F13.name,
      project: F10.name,
      volume: F11.name,
      job: F17?.name ?? null,
      errors: envelopes(facts),
    },
    request: requestSchema(facts),
    response: responseSchemas(facts),
    normalise: normalisations(facts),
    case: schema,
    clauses: marks.locate(schema),
    facts: (Object.keys(FACT_KINDS) as FactId[])
      .filter((fact) => facts[fact] !== undefined)
      .map((fact) => ({ id: fact, kind: FACT_KINDS[fact], value: facts[fact] })),
    readings: readings(facts),
    unparsed,
  };
}

/** Rule P4: what the page's wording leaves open. */
function readings({ F14 }: Facts): readonly Reading[] {
  if (F14?.maximum === undefined) return [];
  return [
    {
      fact: 'F14',
      question: 'Does the maximum belong to the range?',
      readings: ['the maximum itself is accepted', 'only sizes below the maximum are accepted'],
    },
  ];
}

import type { JsonSchema } from '../../contract.ts';
import { bodySchema } from './body.ts';
import type { Marks } from './clauses.ts';
import type { Facts } from './facts.ts';
import { pathSchemas } from './path.ts';
import { stateRules, volumeSchema } from './state.ts';

/**
 * The case schema: valid over `{path, body, fixtures}` means "must be accepted". Its clauses are marked. The operation
 * takes no query, so a case has none.
 */
export function caseSchema(facts: Facts, others: Readonly<Record<string, JsonSchema>>, marks: Marks): JsonSchema {
  const parameters = pathSchemas(facts);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['path', 'body', 'fixtures'],
    properties: {
      path: { type: 'object', required: Object.keys(parameters), properties: parameters },
      body: bodySchema(facts, others, marks),
      fixtures: {
        type: 'object',
        required: ['volume'],
        properties: { volume: volumeSchema(facts, marks) },
      },
    },
    allOf: stateRules(facts, marks),
  };
}

import type { JsonSchema } from '../../contract.ts';
import type { Facts } from '../facts.ts';
import { bodySchema } from './body.ts';
import type { Marks } from './clauses.ts';
import { idSchema } from './schemas.ts';
import { serverRules, volumeSchema } from './state.ts';

/** The case schema: valid over `{path, body, volume, servers}` means "must be accepted". Its clauses are marked. */
export function caseSchema(facts: Facts, marks: Marks): JsonSchema {
  const { F10, F11 } = facts;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['path', 'body', 'volume', 'servers'],
    properties: {
      path: {
        type: 'object',
        required: [F10.name, F11.name],
        properties: { [F10.name]: idSchema(), [F11.name]: idSchema() },
      },
      body: bodySchema(facts, marks),
      volume: volumeSchema(facts, marks),
      servers: { type: 'array', items: { type: 'string' } },
    },
    allOf: serverRules(facts, marks),
  };
}

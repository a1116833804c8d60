import type { JsonSchema } from '../../contract.ts';
import type { Facts } from '../facts.ts';
import type { Marks } from './clauses.ts';

/** A volume without work to do. A page that names no status is certified on these alone; all others are open. */
const RESTING = 'available';
/** Volumes have servers in this status and in no other: it is what the word means, no rule of the page. */
const ATTACHED = 'in-use';

/** The volume of a case; a status that the page does not name is open. */
export function volumeSchema({ F4, F5 }: Facts, { mark }: Marks): JsonSchema {
  const named = [F4, F5].flatMap((state) => (state === undefined ? [] : [state.status]));
  const status = { type: 'string', enum: named.length === 0 ? [RESTING] : named };
  return {
    type: 'object',
    required: ['size', 'status', 'multiattach'],
    properties: {
      size: { type: 'integer', minimum: 1 },
      status: mark('state.other', status, 'enum'),
      multiattach: { type: 'boolean' },
    },
  };
}

/** Rules that tie a volume's status to the rest of the case. */
export function serverRules({ F6, F7 }: Facts, { mark }: Marks): readonly JsonSchema[] {
  const rules: JsonSchema[] = [];
  if (F6 !== undefined) {
    const multiattach = { const: F6.multiattach };
    const then = { properties: { volume: { type: 'object', properties: { multiattach } } } };
    rules.push(mark('state.in-use-shared', { if: statusIs(F6.status), then }));
  }
  if (F7 !== undefined) {
    const then = { properties: { servers: { type: 'array', items: { enum: F7.servers } } } };
    rules.push(mark('state.server-status', { if: statusIs(F7.status), then }));
  }
  rules.push({
    if: statusIs(ATTACHED),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { servers: { type: 'array', minItems: 1 } } },
    else: { properties: { servers: { type: 'array', maxItems: 0 } } },
  });
  return rules;
}

function statusIs(status: string): JsonSchema {
  return { properties: { volume: { type: 'object', properties: { status: { const: status } } } } };
}

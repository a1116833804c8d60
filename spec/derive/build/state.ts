import type { JsonSchema, Precondition } from '../../contract.ts';
import type { Facts } from '../facts.ts';
import type { Marks } from './clauses.ts';

/** A volume without work to do. A page that names no status is certified on these alone; all others are open. */
const RESTING = 'available';
/** Volumes have servers in this status and in no other: it is what the word means, no rule of the page. */
const ATTACHED = 'in-use';

/** The volume of a case; a status that the page does not name is open. */
export function volumeSchema(facts: Facts, { mark }: Marks): JsonSchema {
  const named = [facts['state.available'], facts['state.in-use']].flatMap((state) => state?.status ?? []);
  const status = { type: 'string', enum: named.length === 0 ? [RESTING] : named };
  return {
    type: 'object',
    required: ['size', 'status', 'multiattach', 'servers'],
    properties: {
      size: { type: 'integer', minimum: 1 },
      status: mark('state.other', status, 'enum'),
      multiattach: { type: 'boolean' },
      servers: { type: 'array', items: { type: 'string' } },
    },
  };
}

/** Facts that are rules of state, and have a clause of the same name. */
type StateRule = Precondition & { readonly fact: 'state.in-use-shared' | 'state.server-status' };

/** What the page says that a volume has to be, as data: the same rules bind cases, as clauses of the case schema. */
export function preconditions(facts: Facts): readonly StateRule[] {
  const unshared = facts['state.in-use-shared'];
  const listing = facts['state.server-status'];
  const rules: StateRule[] = [];
  if (unshared !== undefined) {
    const requires = { const: unshared.multiattach };
    rules.push({ on: 'volume.multiattach', when: status(unshared.status), requires, fact: 'state.in-use-shared' });
  }
  if (listing !== undefined) {
    const requires = { type: 'array', items: { enum: listing.servers } };
    rules.push({ on: 'volume.servers', when: status(listing.status), requires, fact: 'state.server-status' });
  }
  return rules;
}

/** Rules that tie a volume's status to the rest of the case. */
export function stateRules(facts: Facts, { mark }: Marks): readonly JsonSchema[] {
  const rules = preconditions(facts).map(({ on, when, requires, fact }) =>
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    mark(fact, { if: fixtures(when), then: fixtures({ [on]: requires }) }),
  );
  const servers = (bound: JsonSchema): JsonSchema => fixtures({ 'volume.servers': { type: 'array', ...bound } });
  return [
    ...rules,
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    { if: fixtures(status(ATTACHED)), then: servers({ minItems: 1 }), else: servers({ maxItems: 0 }) },
  ];
}

const status = (word: string): Precondition['when'] => ({ 'volume.status': { const: word } });

/** Attributes of fixtures, by their dotted names, as part of a case. */
function fixtures(attributes: Precondition['when']): JsonSchema {
  const nested = Object.entries(attributes).map(([name, schema]) =>
    name.split('.').reduceRight<JsonSchema>((inner, key) => ({ type: 'object', properties: { [key]: inner } }), schema),
  );
  const [only = {}] = nested;
  return { properties: { fixtures: nested.length === 1 ? only : { allOf: nested } } };
}

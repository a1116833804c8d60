import type { Contract, JsonSchema } from '../../contract.ts';
import type { Facts } from '../facts.ts';
import { idSchema, schemaOf } from './schemas.ts';

/** Keys of which a refusal's body has exactly one. */
export function envelopes(facts: Facts): readonly string[] {
  return [...new Set(refusals(facts).map(([envelope]) => envelope))];
}

export function responseSchemas(facts: Facts): Contract['response'] {
  const { F17, F22 } = facts;
  return {
    success: { status: F22, schema: F17 === undefined ? null : members([[F17.name, idSchema(F17.type)]]) },
    error: { schema: errorSchema(facts) },
  };
}

function errorSchema(facts: Facts): JsonSchema {
  const shapes = new Map(refusals(facts));
  const alternatives = [...shapes].map(([envelope, leaves]) =>
    members([[envelope, members(leaves.map((leaf) => [leaf, leafSchema(leaf, facts)]))]]),
  );
  const [only] = alternatives;
  return only !== undefined && alternatives.length === 1 ? only : { oneOf: alternatives };
}

/** Samples of errors: their envelope, and what stands in it. */
function refusals({ F17, F21 }: Facts): readonly (readonly [string, readonly string[]])[] {
  return F21.flatMap(([first, ...rest]) =>
    first === undefined || first === F17?.name ? [] : [[first, rest] as const],
  );
}

function leafSchema(leaf: string, { F19, F20 }: Facts): JsonSchema {
  const fact = [F19, F20].find((each) => each?.name === leaf);
  return fact === undefined ? {} : schemaOf(fact.type);
}

function members(entries: readonly (readonly [string, JsonSchema])[]): JsonSchema {
  return { type: 'object', required: entries.map(([name]) => name), properties: Object.fromEntries(entries) };
}

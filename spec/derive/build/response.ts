import type { Contract, JsonSchema } from '../../contract.ts';
import type { Facts } from '../facts.ts';
import { idSchema, schemaOf } from './schemas.ts';

export function responseSchemas(facts: Facts): Contract['response'] {
  const job = facts['response.job'];
  return {
    success: {
      status: facts['response.success-status'],
      schema: job === undefined ? null : members([[job.name, idSchema(job.type)]]),
    },
    error: { schema: errorSchema(facts) },
  };
}

/** Where an answer has what. */
export function answers(facts: Facts): Contract['answers'] {
  const job = facts['response.job'];
  return { items: null, id: null, created: null, job: job === undefined ? null : `/${job.name}`, next: null };
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
function refusals(facts: Facts): readonly (readonly [string, readonly string[]])[] {
  return facts['response.samples'].flatMap(([first, ...rest]) =>
    first === undefined || first === facts['response.job']?.name ? [] : [[first, rest] as const],
  );
}

function leafSchema(leaf: string, facts: Facts): JsonSchema {
  const fact = [facts['response.error-message'], facts['response.error-code']].find((each) => each?.name === leaf);
  return fact === undefined ? {} : schemaOf(fact.type);
}

function members(entries: readonly (readonly [string, JsonSchema])[]): JsonSchema {
  return { type: 'object', required: entries.map(([name]) => name), properties: Object.fromEntries(entries) };
}

import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '../contract.ts';

/** A choice among the schemas of one place. Equal ones are one. */
export function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const [first = {}, ...others] = schemas.filter(
    (one, index) => schemas.findIndex((other) => isDeepStrictEqual(one, other)) === index,
  );
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

import type { JsonSchema } from '../contract.ts';

/** The most bytes of one character in UTF-8. */
const MOST_BYTES = 4;

/**
 * The bounds on a string's length. Bounds in bytes stand under `x-evs-…`, and are translated as far as possible: a text
 * has no more characters than bytes, and no fewer than a quarter of them.
 */
export function lengthsOf({ minLength, maxLength, minBytes, maxBytes }: JsonSchema): JsonSchema {
  const least = numbers([minLength, typeof minBytes === 'number' ? Math.ceil(minBytes / MOST_BYTES) : undefined]);
  const most = numbers([maxLength, maxBytes]);
  return {
    ...(least.length === 0 ? {} : { minLength: Math.max(...least) }),
    ...(most.length === 0 ? {} : { maxLength: Math.min(...most) }),
    ...(minBytes === undefined ? {} : { 'x-evs-min-bytes': minBytes }),
    ...(maxBytes === undefined ? {} : { 'x-evs-max-bytes': maxBytes }),
  };
}

function numbers(values: readonly unknown[]): readonly number[] {
  return values.filter((value) => typeof value === 'number');
}

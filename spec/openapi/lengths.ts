import type { JsonSchema } from '../contract.ts';

/** Of UTF-8, for one character. */
const MOST_BYTES = 4;

/**
 * The bounds on a string's length. Those in bytes stand under `x-evs-…`, and bind as far as characters can: no text has more
 * characters than bytes, nor fewer than a quarter of them.
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

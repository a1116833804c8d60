import type { JsonSchema } from '../../contract.ts';
import { isOfFormat } from '../../formats.ts';

/** Whether a value is within a keyword's bound; values of another type always are. */
const WITHIN: Readonly<Record<string, (value: unknown, bound: unknown) => boolean>> = {
  format: (value, name) => typeof value !== 'string' || isOfFormat(String(name), value),
  pattern: (value, source) => typeof value !== 'string' || new RegExp(String(source), 'u').test(value),
  enum: (value, list) => (list as readonly unknown[]).includes(value),
  minLength: (value, least) => typeof value !== 'string' || [...value].length >= Number(least),
  maxLength: (value, most) => typeof value !== 'string' || [...value].length <= Number(most),
  minBytes: (value, least) => typeof value !== 'string' || Buffer.byteLength(value) >= Number(least),
  maxBytes: (value, most) => typeof value !== 'string' || Buffer.byteLength(value) <= Number(most),
  minimum: (value, least) => typeof value !== 'number' || value >= Number(least),
  maximum: (value, most) => typeof value !== 'number' || value <= Number(most),
};

/** The keywords of a schema that some of a page's own samples violate. */
export function beyondOf(schema: JsonSchema, samples: readonly unknown[]): readonly string[] {
  const values = samples.filter((sample) => sample !== null);
  const keywords = Object.keys(schema).filter((keyword) => keyword !== 'enum' || schema['x-open'] !== true);
  return keywords.filter((keyword) => values.some((value) => WITHIN[keyword]?.(value, schema[keyword]) === false));
}

/**
 * The page's schema of an answer, without the keywords that its own samples violate, because the samples are right as
 * well. A list with a value missing from it is not closed.
 */
export function asShown(schema: JsonSchema, samples: readonly unknown[]): JsonSchema {
  const beyond = beyondOf(schema, samples);
  if (beyond.length === 0) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => keyword === 'enum' || !beyond.includes(keyword));
  return { ...Object.fromEntries(kept), ...(beyond.includes('enum') ? { 'x-open': true } : {}) };
}

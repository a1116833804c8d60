import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '../contract.ts';

/** The named schemas of a document: generated clients use them as types. */
export interface Components {
  /** In the order of their naming. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /**
   * Names a schema, with a number from the second schema of that name on; an equal schema shares the name. Returns a
   * `$ref`.
   */
  named(name: string, schema: JsonSchema): JsonSchema;
}

export function noComponents(): Components {
  const schemas: Record<string, JsonSchema> = {};
  const named = (name: string, schema: JsonSchema, count = 1): JsonSchema => {
    const key = count === 1 ? name : `${name}-${count}`;
    const before = schemas[key];
    if (before !== undefined && !isDeepStrictEqual(before, schema)) return named(name, schema, count + 1);
    schemas[key] = schema;
    return { $ref: `#/components/schemas/${key}` };
  };
  return { schemas, named };
}

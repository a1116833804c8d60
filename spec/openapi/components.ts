import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '../contract.ts';

/** The schemas of a document that have a name: clients are generated with these for types. */
export interface Components {
  /** In the order in which they were named. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** Names a schema, with a number from the second of that name on; an equal one has the name already. Answers a `$ref`. */
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

import type { JsonSchema } from '../../spec/contract.ts';

/** The smallest value that a schema of an answer allows, as far as contracts say: required members, by their type. */
export function exampleOf(schema: JsonSchema): unknown {
  const [first] = (schema.anyOf ?? schema.oneOf ?? []) as readonly JsonSchema[];
  if (first !== undefined) return exampleOf(first);
  if (schema.const !== undefined) return schema.const;
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = (schema.required ?? []) as readonly string[];
  switch (schema.type) {
    case 'integer':
    case 'number':
      return Number(schema.minimum ?? 0);
    case 'string':
      return 'text';
    default:
      return Object.fromEntries(required.map((key) => [key, exampleOf(properties[key] ?? {})]));
  }
}

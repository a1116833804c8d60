import type { JsonSchema } from '../../contract.ts';
import { parseType } from '../../read/types.ts';
import type { Facts } from '../facts.ts';

/** The schema of a type that a fact holds; it was read from a table, so it is known. */
export function schemaOf(type: string): JsonSchema {
  return parseType(type, { file: 'facts', line: 1 }).schema;
}

/** An id in a path or an answer: empty, it would name nothing. */
export function idSchema(type = 'string'): JsonSchema {
  const schema = schemaOf(type);
  return schema.type === 'string' ? { ...schema, minLength: 1 } : schema;
}

/** The parameters of the path, by name. */
export function pathSchemas(facts: Facts): Readonly<Record<string, JsonSchema>> {
  return { [facts['parameter.project'].name]: idSchema(), [facts['parameter.volume'].name]: idSchema() };
}

import type { JsonSchema } from '../../contract.ts';
import type { Facts } from './facts.ts';

/** The parameters of the path, by name. An empty one would name nothing. */
export function pathSchemas(facts: Facts): Readonly<Record<string, JsonSchema>> {
  const id = { type: 'string', minLength: 1 };
  return { [facts['parameter.project'].name]: id, [facts['parameter.volume'].name]: { ...id } };
}

import { isFree } from './binding.ts';
import type { Contract, JsonSchema } from './contract.ts';

/**
 * Optional members of a request's body, by name, each with a value from the page: its default, otherwise the first of
 * its list. Members without one are left out, and so are fields that the page takes back, or that name another
 * resource.
 */
export function optionalMembers({ request }: Pick<Contract, 'request'>): Readonly<Record<string, unknown>> {
  const { properties = {}, required = [] } = (request ?? {}) as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  const optional = Object.entries(properties).filter(([name]) => !required.includes(name));
  return Object.fromEntries(
    optional.flatMap(([name, schema]) => {
      const value = givenValue(schema);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function givenValue(schema: JsonSchema): unknown {
  if (isFree(schema) || schema['x-source'] !== undefined) return undefined;
  if (schema.default !== undefined) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type !== 'object') return undefined;
  const members = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>);
  const known = members.flatMap(([name, member]) => {
    const value = givenValue(member);
    return value === undefined ? [] : [[name, value] as const];
  });
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

import type { JsonSchema } from '../../contract.ts';
import type { ReadRestrictions } from '../constraints/restrictions.ts';
import type { DescribedPlace } from '../described.ts';

/** A rule on the object at a JSON pointer into the body. */
interface ObjectRule {
  readonly pointer: string;
  readonly rules: readonly JsonSchema[];
}

/**
 * The body's schema with the page's rules about several fields: fields that exclude each other, fields of which one is
 * needed, and the number of a list's items. A rule is bound only if one object has all its fields.
 */
export function boundTogether(
  schema: JsonSchema,
  { counts, exclusive, needed }: ReadRestrictions,
  described: readonly DescribedPlace[],
): JsonSchema {
  const fields = described.filter(({ place }) => place === 'request');
  const rules: readonly ObjectRule[] = [
    ...exclusive.flatMap((group) => ruleOf(group.fields, fields, pairs(group.fields))),
    ...needed.flatMap((group) =>
      ruleOf(group.fields, fields, [{ anyOf: group.fields.map((name) => ({ required: [name] })) }]),
    ),
  ];
  const ruled = rules.reduce(
    (body, { pointer, rules: own }) => within(body, keysOf(pointer), (one) => withRules(one, own)),
    schema,
  );
  return counts.reduce((body, { field, maxItems }) => {
    const [list, ...others] = fields.filter((each) => each.field.name === field && each.field.isList);
    if (list === undefined || others.length > 0) return body;
    return within(body, keysOf(list.pointer), (one) => ({ maxItems, ...one }));
  }, ruled);
}

/** The rule about the only object with all the fields. */
function ruleOf(
  names: readonly string[],
  fields: readonly DescribedPlace[],
  rules: readonly JsonSchema[],
): readonly ObjectRule[] {
  const above = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));
  const objects = [...new Set(fields.map(({ pointer }) => above(pointer)))].filter((pointer) =>
    names.every((name) => fields.some((each) => each.pointer === `${pointer}/${name}`)),
  );
  const [pointer] = objects;
  return pointer === undefined || objects.length > 1 ? [] : [{ pointer, rules }];
}

function pairs(names: readonly string[]): readonly JsonSchema[] {
  return names.flatMap((one, index) => names.slice(index + 1).map((two) => ({ not: { required: [one, two] } })));
}

function withRules(schema: JsonSchema, rules: readonly JsonSchema[]): JsonSchema {
  return { ...schema, allOf: [...((schema.allOf ?? []) as readonly JsonSchema[]), ...rules] };
}

function keysOf(pointer: string): readonly string[] {
  return pointer.split('/').slice(1);
}

function within(
  schema: JsonSchema,
  [key, ...below]: readonly string[],
  change: (schema: JsonSchema) => JsonSchema,
): JsonSchema {
  if (key === undefined) return change(schema);
  if (key === '*') return { ...schema, items: within(schema.items as JsonSchema, below, change) };
  const properties = schema.properties as Readonly<Record<string, JsonSchema>>;
  return { ...schema, properties: { ...properties, [key]: within(properties[key] as JsonSchema, below, change) } };
}

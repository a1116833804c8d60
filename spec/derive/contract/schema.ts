import type { JsonSchema } from '../../contract.ts';
import type { FieldPlace } from '../../fields.ts';
import { type JsonKind, kindOf, type PageType } from '../../read/types.ts';
import type { ReadConstraints } from '../constraints/read.ts';
import type { DescribedPlace } from '../described.ts';
import { ANY_KEY, type Field } from '../structure/field.ts';
import { isObject } from '../structure/sample.ts';
import { asShown } from './shown.ts';

/** The schemas of one place of an operation, made from its described fields. */
export interface SchemaParts {
  readonly place: FieldPlace;
  readonly fields: readonly Field[];
  readonly described: readonly DescribedPlace[];
  /** The values of this place in the page's samples. */
  readonly samples: readonly unknown[];
}

/** An object of the fields: a body, or a query. */
export function objectSchema({ fields, described, place, samples }: SchemaParts): JsonSchema {
  const says = new Map(described.map((each) => [each.field, each.says]));
  return object(fields, samples, { place, says });
}

/** The schema of a single parameter. */
export function fieldSchema(field: Field, { described, place, samples }: Omit<SchemaParts, 'fields'>): JsonSchema {
  return schemaOf(field, samples, { place, says: new Map(described.map((each) => [each.field, each.says])) });
}

interface SchemaContext {
  readonly place: FieldPlace;
  readonly says: ReadonlyMap<Field, ReadConstraints>;
}

function object(fields: readonly Field[], samples: readonly unknown[], context: SchemaContext): JsonSchema {
  const named = fields.filter(({ name }) => name !== ANY_KEY);
  const any = fields.find(({ name }) => name === ANY_KEY);
  const required = named.filter((field) => isRequired(field, context)).map(({ name }) => name);
  const properties = named.map(
    (field) => [field.name, schemaOf(field, valuesOf(samples, field.name), context)] as const,
  );
  return {
    type: 'object',
    ...(required.length === 0 ? {} : { required }),
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(any === undefined ? {} : { additionalProperties: schemaOf(any, [], context) }),
  };
}

/** The obligation is the table's; without such a column, the one in the field's words. */
function isRequired(field: Field, { place, says }: SchemaContext): boolean {
  const onSuccess = place === 'success' && field.row?.sentences.some(({ text }) => ON_SUCCESS.test(text)) === true;
  return field.row?.mandatory ?? says.get(field)?.required ?? onSuccess;
}

/** Words for a field that is part of every success. */
export const ON_SUCCESS =
  /正常返回时|(?:请求|接口|调用)成功时|\b(?:given|returned|there) (?:when|if|after) (?:the|a) (?:request|call|API) (?:succeeds|is successful)/i;

function schemaOf(field: Field, samples: readonly unknown[], context: SchemaContext): JsonSchema {
  const says = context.says.get(field);
  const type = typesOf(field, samples, says, context.place);
  const inside = insideOf(field, samples, context);
  const open = {
    ...(says?.keys == null ? {} : { propertyNames: says.keys }),
    ...(says?.values == null ? {} : { additionalProperties: valuesOfMap(inside.additionalProperties, says.values) }),
  };
  const own = { ...type, ...says?.schema };
  const isAnswer = context.place === 'success' || context.place === 'error';
  return { ...(isAnswer ? asShown(own, samples) : own), ...inside, ...open };
}

/** A value with a length is text. */
function valuesOfMap(typed: unknown, said: JsonSchema): JsonSchema {
  const isText = ['maxLength', 'minLength', 'maxBytes', 'minBytes', 'pattern'].some((keyword) => keyword in said);
  return { ...(isText ? { type: 'string' } : {}), ...(typed as object | undefined), ...said };
}

/** The schemas inside an object or array. */
function insideOf(field: Field, samples: readonly unknown[], context: SchemaContext): JsonSchema {
  const { isList, members, type } = field;
  if (isList) {
    const items = members.length > 0 ? object(members, samples.flat(1), context) : itemsOf(type);
    return items === null ? {} : { items };
  }
  if (members.length > 0) {
    const { type: _, ...inside } = object(members, samples, context);
    return inside;
  }
  return type?.values == null ? {} : { additionalProperties: plain(type.values) };
}

function itemsOf(type: PageType | null): JsonSchema | null {
  return type?.items == null ? null : plain(type.items);
}

function plain({ format, items, kind, values }: PageType): JsonSchema {
  return {
    type: kind,
    ...(format === null ? {} : { format }),
    ...(items === null ? {} : { items: plain(items) }),
    ...(values === null ? {} : { additionalProperties: plain(values) }),
  };
}

/** Rule P1: the table's type. Types in an answer's sample are right as well. */
function typesOf(
  field: Field,
  samples: readonly unknown[],
  says: ReadConstraints | undefined,
  place: FieldPlace,
): JsonSchema {
  if (field.type === null) return {};
  const kinds = new Set<JsonKind | 'null'>([field.type.kind]);
  if (place === 'success' || place === 'error') for (const sample of samples) kinds.add(kindOf(sample));
  if (says?.nullable === true) kinds.add('null');
  if (kinds.has('number')) kinds.delete('integer');
  const [only, ...others] = kinds;
  const { format } = field.type;
  return { type: others.length === 0 ? only : [...kinds], ...(format === null ? {} : { format }) };
}

/** The values under a name in samples, with arrays as a whole. */
function valuesOf(samples: readonly unknown[], name: string): readonly unknown[] {
  return samples.filter(isObject).flatMap((sample) => (Object.hasOwn(sample, name) ? [sample[name]] : []));
}

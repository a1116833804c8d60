import { isDeepStrictEqual } from 'node:util';
import { isFree } from '../binding.ts';
import type { JsonSchema } from '../contract.ts';
import { lengthsOf } from './lengths.ts';
import { dataPointer } from './relative.ts';
import { isPortable, unsaidInWords } from './words.ts';

const ANNOTATIONS = ['deprecated', 'x-reserved', 'x-unsupported'] as const;

/**
 * A contract's schema for tools that only know plain JSON Schema 2020-12: it refuses nothing that the contract allows.
 * Bounds that it cannot express, and annotations that do not bind, stand under `x-evs-…`, and in words in its
 * description.
 */
export function openApiSchema(schema: JsonSchema): JsonSchema {
  const description = unsaidInWords(schema);
  return { ...(description === undefined ? {} : { description }), ...translation(schema) };
}

function translation(schema: JsonSchema): JsonSchema {
  if (!isFree(schema)) return bound(schema);
  // no statement about a field binds if the page takes the field back
  const own = Object.entries(schema).filter(([keyword]) => ANNOTATIONS.some((name) => name === keyword));
  const says = bound(
    Object.fromEntries(Object.entries(schema).filter((entry) => !own.some(([name]) => name === entry[0]))),
  );
  return {
    ...Object.fromEntries(own.map(([name, value]) => [renamed(name), value])),
    ...(Object.keys(says).length === 0 ? {} : { 'x-evs-says': says }),
  };
}

function bound(schema: JsonSchema): JsonSchema {
  const relative: Record<string, string> = {};
  const entries = Object.entries(schema).flatMap(([keyword, value]) => {
    const than = dataPointer(value);
    if (than === undefined || keyword === 'default' || keyword === 'const') return translated(keyword, value, schema);
    relative[keyword] = than;
    return [];
  });
  return {
    ...Object.fromEntries(entries),
    ...lengthsOf(schema),
    // some tools refuse a list without items
    ...(isList(schema) && schema.items === undefined ? { items: {} } : {}),
    ...(Object.keys(relative).length === 0 ? {} : { 'x-evs-relative': relative }),
  };
}

function isList({ type }: JsonSchema): boolean {
  return type === 'array' || (Array.isArray(type) && type.includes('array'));
}

type Entries = readonly (readonly [string, unknown])[];

function translated(keyword: string, value: unknown, schema: JsonSchema): Entries {
  switch (keyword) {
    case '$schema':
    case 'minLength':
    case 'maxLength':
    case 'minBytes':
    case 'maxBytes':
      return [];
    case 'enum':
      return [[schema['x-open'] === true ? 'x-evs-values' : 'enum', value]];
    case 'x-open':
      return value === true && schema.enum === undefined ? [['x-evs-open', true]] : [];
    case 'x-source':
    case 'x-reserved':
    case 'x-unsupported':
      return [[renamed(keyword), value]];
    case 'pattern':
      return [[isPortable(String(value)) ? 'pattern' : 'x-evs-pattern', value]];
    case 'format':
      // contracts take a time without a zone: pages show it, but RFC 3339, to which most tools hold it, refuses it
      return [[value === 'date-time' ? 'x-evs-format' : 'format', value]];
    case 'properties':
      return [[keyword, mapped(value as Readonly<Record<string, JsonSchema>>)]];
    case 'items':
    case 'propertyNames':
    case 'additionalProperties':
      return [[keyword, typeof value === 'object' ? openApiSchema(value as JsonSchema) : value]];
    case 'allOf':
    case 'anyOf':
      return [[keyword, (value as readonly JsonSchema[]).map(openApiSchema)]];
    case 'oneOf':
      // looser branches overlap even if the contract's own do not
      return [
        [
          (value as readonly JsonSchema[]).every(isExact) ? 'oneOf' : 'anyOf',
          (value as readonly JsonSchema[]).map(openApiSchema),
        ],
      ];
    case 'not':
      return isExact(value as JsonSchema) ? [[keyword, value]] : [['x-evs-not', openApiSchema(value as JsonSchema)]];
    case 'if':
    case 'then':
    case 'else':
      return conditional(keyword, value as JsonSchema, schema);
    default:
      return [[keyword, value]];
  }
}

/** The branches of a condition do not bind if the condition cannot be expressed. */
function conditional(keyword: 'if' | 'then' | 'else', value: JsonSchema, schema: JsonSchema): Entries {
  const isAsked = schema.if !== undefined && isExact(schema.if as JsonSchema);
  return [[isAsked ? keyword : `x-evs-${keyword}`, openApiSchema(value)]];
}

/**
 * Whether the translation is complete: only then a negation of a schema, or a choice among several, refuses nothing
 * more.
 */
function isExact(schema: JsonSchema): boolean {
  return isDeepStrictEqual(openApiSchema(schema), schema);
}

function renamed(annotation: string): string {
  return annotation.replace(/^x-/, 'x-evs-');
}

function mapped(properties: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, openApiSchema(one)]));
}

import type { JsonSchema } from './contract.ts';

/** Annotations of fields that the page takes back: its statements about them do not bind. */
const FREE = ['deprecated', 'x-reserved', 'x-unsupported'] as const;

/** Whether the page takes a field back: deprecated, reserved, or not supported. */
export function isFree(schema: JsonSchema): boolean {
  return FREE.some((annotation) => schema[annotation] === true);
}

/** The binding part of a schema: lists that are not closed are left out, and fields that are taken back are free. */
export function bindingPart(schema: JsonSchema): JsonSchema {
  if (isFree(schema)) return {};
  const entries = Object.entries(schema).filter(([keyword]) => keyword !== 'enum' || schema['x-open'] !== true);
  return Object.fromEntries(entries.map(([keyword, value]) => [keyword, inside(keyword, value)]));
}

function inside(keyword: string, value: unknown): unknown {
  switch (keyword) {
    case 'properties':
      return Object.fromEntries(
        Object.entries(value as object).map(([name, one]) => [name, bindingPart(one as JsonSchema)]),
      );
    case 'items':
    case 'propertyNames':
    case 'additionalProperties':
      return typeof value === 'object' ? bindingPart(value as JsonSchema) : value;
    case 'anyOf':
    case 'oneOf':
    case 'allOf':
      return (value as readonly JsonSchema[]).map(bindingPart);
    default:
      return value;
  }
}

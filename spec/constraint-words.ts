import type { JsonSchema } from './contract.ts';

/**
 * The restrictions of a schema, a phrase each, in words for the reader of a page: `1 to 32768`, `at most 255 bytes`.
 */
export function constraintsInWords(schema: JsonSchema): readonly string[] {
  const {
    default: usual,
    enum: values,
    exclusiveMaximum,
    exclusiveMinimum,
    format,
    maximum,
    minimum,
    pattern,
  } = schema;
  return [
    ...(values === undefined ? [] : [listOf(values as readonly unknown[], schema['x-open'] === true)]),
    ...(schema.const === undefined ? [] : [`always ${json(schema.const)}`]),
    ...range(minimum, maximum, ''),
    ...(exclusiveMinimum === undefined ? [] : [`more than ${boundOf(exclusiveMinimum)}`]),
    ...(exclusiveMaximum === undefined ? [] : [`less than ${boundOf(exclusiveMaximum)}`]),
    ...(schema.multipleOf === undefined ? [] : [`a multiple of ${schema.multipleOf}`]),
    ...range(schema.minLength, schema.maxLength, 'character'),
    ...range(schema.minBytes, schema.maxBytes, 'byte'),
    ...range(schema.minItems, schema.maxItems, 'item'),
    ...range(schema.minProperties, schema.maxProperties, 'key'),
    ...(schema.uniqueItems === true ? ['no item twice'] : []),
    ...(schema.additionalProperties === false ? ['no other keys'] : []),
    ...(pattern === undefined ? [] : [`matches ${pattern}`]),
    ...(format === undefined ? [] : [`a ${format}`]),
    ...(usual === undefined ? [] : [`default ${json(usual)}`]),
    ...Object.entries(MARKS).flatMap(([keyword, word]) => (schema[keyword] === true ? [word] : [])),
    ...(schema['x-source'] === undefined ? [] : [`names ${anyResource(schema['x-source'])} that is there`]),
  ];
}

/** `string`, `array of string`, `string or null`; `anything` if the page gives no type. */
export function typeInWords({ items, type }: JsonSchema): string {
  const types = Array.isArray(type) ? (type as readonly string[]) : [type === undefined ? 'anything' : String(type)];
  const inner = typeof items === 'object' && items !== null ? ` of ${typeInWords(items as JsonSchema)}` : '';
  return types.map((each) => (each === 'array' ? `${each}${inner}` : each)).join(' or ');
}

/** Keywords for restrictions on the use of a field. */
const MARKS = {
  readOnly: 'read-only',
  deprecated: 'deprecated',
  'x-reserved': 'reserved',
  'x-unsupported': 'not supported',
} as const;

/** `a volume`, `an image`, from the name of a resource. */
export function anyResource(resource: unknown): string {
  return `${/^[aeiou]/i.test(String(resource)) ? 'an' : 'a'} ${resource}`;
}

/** A number, or the value of a fixture that takes its place: `the volume's size`. */
function boundOf(value: unknown): string {
  const place = typeof value === 'object' && value !== null && '$data' in value ? String(value.$data) : null;
  const [, fixture, attribute] = /^\/fixtures\/([^/]+)\/([^/]+)$/.exec(place ?? '') ?? [];
  return fixture === undefined ? String(place ?? value) : `the ${fixture}'s ${attribute}`;
}

function listOf(values: readonly unknown[], isOpen: boolean): string {
  return `${isOpen ? 'such as' : 'one of'} ${values.map(plain).join(', ')}${isOpen ? ' (the list is open)' : ''}`;
}

function range(least: unknown, most: unknown, unit: string): readonly string[] {
  const many = (count: unknown): string => (unit === '' ? boundOf(count) : `${count} ${unit}${count === 1 ? '' : 's'}`);
  if (least === undefined && most === undefined) return [];
  if (least === undefined) return [`at most ${many(most)}`];
  if (most === undefined) return [`at least ${many(least)}`];
  return [least === most ? `exactly ${many(most)}` : `${boundOf(least)} to ${many(most)}`];
}

/** Text without its quotation marks, unless it would be invisible. */
function plain(value: unknown): string {
  return typeof value === 'string' && /^\S+$/.test(value) ? value : json(value);
}

function json(value: unknown): string {
  return JSON.stringify(value);
}

import { expect, test } from 'vitest';
import { constraintsInWords, typeInWords } from '../../spec/constraint-words.ts';
import type { JsonSchema } from '../../spec/contract.ts';

test.each<[JsonSchema, readonly string[]]>([
  [{ type: 'string' }, []],
  [{ enum: ['SSD', 'SAS'] }, ['one of SSD, SAS']],
  [{ enum: ['a b', ''], 'x-open': true }, ['such as "a b", "" (the list is open)']],
  [{ minimum: 1, maximum: 32768, default: 10 }, ['1 to 32768', 'default 10']],
  [{ minimum: { $data: '/fixtures/volume/size' } }, ["at least the volume's size"]],
  [{ exclusiveMinimum: 0, maximum: 5 }, ['at most 5', 'more than 0']],
  [{ minLength: 1, maxLength: 64 }, ['1 to 64 characters']],
  [{ minBytes: 36, maxBytes: 36 }, ['exactly 36 bytes']],
  [{ minItems: 1, uniqueItems: true }, ['at least 1 item', 'no item twice']],
  [{ maxProperties: 10, additionalProperties: false }, ['at most 10 keys', 'no other keys']],
  [{ pattern: '^[a-z]+$', format: 'uuid' }, ['matches ^[a-z]+$', 'a uuid']],
  [{ deprecated: true, 'x-reserved': true, 'x-unsupported': true }, ['deprecated', 'reserved', 'not supported']],
  [{ 'x-source': 'image', readOnly: true }, ['read-only', 'names an image that is there']],
  [{ const: 'create', multipleOf: 8 }, ['always "create"', 'a multiple of 8']],
])('%j', (schema, words) => {
  expect(constraintsInWords(schema)).toEqual(words);
});

test.each<[JsonSchema, string]>([
  [{ type: 'array', items: { type: 'string' } }, 'array of string'],
  [{ type: ['array', 'null'], items: { type: 'object' } }, 'array of object or null'],
  [{}, 'anything'],
])('the type of %j is %s', (schema, words) => {
  expect(typeInWords(schema)).toBe(words);
});

import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../../spec/contract.ts';
import { openApiSchema } from '../../../spec/openapi/schema.ts';

test.each<[string, JsonSchema, JsonSchema]>([
  ['a closed list binds', { enum: ['a'] }, { enum: ['a'] }],
  [
    'an open list does not',
    { type: 'string', enum: ['a'], 'x-open': true },
    { description: 'Such as a (the list is open).', type: 'string', 'x-evs-values': ['a'] },
  ],
  ['a list that is expressly closed binds', { enum: ['a'], 'x-open': false }, { enum: ['a'] }],
  [
    'what is said of a field that is taken back does not bind',
    { type: 'string', maxLength: 3, 'x-reserved': true },
    {
      description: 'String; at most 3 characters; reserved.',
      'x-evs-reserved': true,
      'x-evs-says': { type: 'string', maxLength: 3 },
    },
  ],
  ['a deprecated field is marked by the keyword', { deprecated: true }, { deprecated: true }],
  [
    'bytes bind as far as characters can',
    { type: 'string', minBytes: 6, maxBytes: 36 },
    {
      description: '6 to 36 bytes.',
      type: 'string',
      minLength: 2,
      maxLength: 36,
      'x-evs-min-bytes': 6,
      'x-evs-max-bytes': 36,
    },
  ],
  [
    'the tighter bound wins',
    { minLength: 3, minBytes: 4, maxLength: 10, maxBytes: 255 },
    { description: '4 to 255 bytes.', minLength: 3, maxLength: 10, 'x-evs-min-bytes': 4, 'x-evs-max-bytes': 255 },
  ],
  ['a pattern that any tool reads alike binds', { pattern: '^[A-Z\\u4E00]*$' }, { pattern: '^[A-Z\\u4E00]*$' }],
  [
    'a pattern that needs a flag does not',
    { pattern: '^\\p{L}*$' },
    { description: 'Matches ^\\p{L}*$.', 'x-evs-pattern': '^\\p{L}*$' },
  ],
  ['a time may have no zone', { format: 'date-time' }, { description: 'A date-time.', 'x-evs-format': 'date-time' }],
  ['other formats bind', { format: 'uuid' }, { format: 'uuid' }],
  [
    'a bound that is another value does not bind',
    { minimum: 1, exclusiveMinimum: { $data: '/fixtures/volume/size' } },
    {
      description: "More than the volume's size.",
      minimum: 1,
      'x-evs-relative': { exclusiveMinimum: '/fixtures/volume/size' },
    },
  ],
  ['a default may look like one', { default: { $data: '/x' } }, { default: { $data: '/x' } }],
  [
    'names with colons, also those of annotations, stay',
    { properties: { 'os-x:y': {}, 'x-open': { type: 'null' } } },
    { properties: { 'os-x:y': {}, 'x-open': { type: 'null' } } },
  ],
  ['several types stay', { type: ['string', 'null'] }, { type: ['string', 'null'] }],
  ['a list of anything says so', { type: ['array', 'null'] }, { type: ['array', 'null'], items: {} }],
  ['two that exclude each other bind', { not: { required: ['a', 'b'] } }, { not: { required: ['a', 'b'] } }],
  [
    'what is within is translated',
    { items: { 'x-source': 'volume' }, additionalProperties: { maxBytes: 1 }, allOf: [{ enum: [1], 'x-open': true }] },
    {
      items: { description: 'Names a volume that is there.', 'x-evs-source': 'volume' },
      additionalProperties: { description: 'At most 1 byte.', maxLength: 1, 'x-evs-max-bytes': 1 },
      allOf: [{ description: 'Such as 1 (the list is open).', 'x-evs-values': [1] }],
    },
  ],
])('%s', (_what, schema, expected) => {
  expect(openApiSchema(schema)).toEqual(expected);
});

describe('where something looser would refuse more, it does not bind', () => {
  const open = { enum: [1], 'x-open': true };
  const loose = { description: 'Such as 1 (the list is open).', 'x-evs-values': [1] };

  test('a contrary', () => {
    expect(openApiSchema({ not: open })).toEqual({ 'x-evs-not': loose });
  });

  test('exactly one of some', () => {
    expect(openApiSchema({ oneOf: [open, { type: 'null' }] })).toEqual({
      anyOf: [loose, { type: 'null' }],
    });
    expect(openApiSchema({ oneOf: [{ const: 1 }, { const: 2 }] })).toEqual({ oneOf: [{ const: 1 }, { const: 2 }] });
  });

  // an object literal with `then` would pass for a promise
  test.each([
    [
      '{"if":{"enum":[1],"x-open":true},"then":{"const":1}}',
      `{"x-evs-if":${JSON.stringify(loose)},"x-evs-then":{"const":1}}`,
    ],
    ['{"if":{"const":1},"then":{"enum":[1],"x-open":true}}', `{"if":{"const":1},"then":${JSON.stringify(loose)}}`],
  ])('a condition: %s', (schema, expected) => {
    expect(JSON.stringify(openApiSchema(JSON.parse(schema) as JsonSchema))).toBe(expected);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonSchema } from '../../../spec/contract.ts';
import type { ChangeClass } from '../../../spec/diff/change.ts';
import { compareSchemas } from '../../../spec/diff/schemas.ts';

test.each<readonly [JsonSchema, JsonSchema, readonly string[]]>([
  [{ maximum: 10 }, { maximum: 9 }, ['tightening: maximum 10 → 9']],
  [{ maximum: 10 }, {}, ['loosening: maximum 10 → none']],
  [{ minLength: 1 }, { minLength: 2 }, ['tightening: minLength 1 → 2']],
  [{ multipleOf: 1 }, { multipleOf: 10 }, ['tightening: multipleOf 1 → 10']],
  [{ multipleOf: 2 }, { multipleOf: 3 }, ['breaking: multipleOf 2 → 3']],
  [{ type: 'integer' }, { type: 'number' }, ['loosening: type integer → number']],
  [{ type: 'string' }, { type: ['string', 'null'] }, ['loosening: type string → ["string","null"]']],
  [{ type: 'string' }, { type: 'boolean' }, ['breaking: type string → boolean']],
  [{ type: 'string' }, {}, ['loosening: type string → none']],
  [
    { enum: ['a', 'b'] },
    { enum: ['b', 'c'] },
    ['tightening: no longer one of its values: a', 'loosening: also one of its values: c'],
  ],
  [{}, { enum: ['a'] }, ['tightening: any value → one of a']],
  [{}, { enum: ['a'], 'x-open': true }, ['metadata: any value → such as a']],
  [{ enum: ['a'] }, { enum: ['a'], 'x-open': true }, ['loosening: one of a → such as a']],
  [{ enum: ['a', 'b'] }, { enum: ['b', 'a'] }, ['vocabulary: its values in another order']],
  [{ pattern: '^a' }, { pattern: '^b' }, ['breaking: pattern ^a → ^b']],
  [{}, { uniqueItems: true }, ['tightening: uniqueItems none → true']],
  [{ additionalProperties: false }, { additionalProperties: {} }, ['loosening: additionalProperties false → none']],
  [{ maximum: 1 }, { maximum: 1, deprecated: true }, ['loosening: deprecated none → true']],
  [{ maximum: 1, deprecated: true }, { maximum: 2, deprecated: true }, ['metadata: maximum 1 → 2']],
  [{ properties: { a: {} }, required: ['a'] }, {}, []],
])('%j → %j', (before, after, expected) => {
  expect(compareSchemas(before, after).map((each) => `${each.class}: ${each.what}`)).toEqual(expected);
});

const bound = fc.integer({ min: 0, max: 5 });
const schemas = fc.record(
  {
    type: fc.subarray(['integer', 'number', 'string', 'boolean'], { minLength: 1 }),
    minimum: bound,
    maximum: bound,
    maxBytes: bound,
    minItems: bound,
    enum: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
    'x-open': fc.constant(true),
    deprecated: fc.constant(true),
    pattern: fc.constantFrom('^a', '^b'),
    multipleOf: fc.integer({ min: 1, max: 6 }),
    'x-source': fc.constantFrom('volume', 'snapshot'),
    default: bound,
  },
  { requiredKeys: [] },
);

const MIRRORED: Readonly<Partial<Record<ChangeClass, ChangeClass>>> = {
  tightening: 'loosening',
  loosening: 'tightening',
};

test('the other way round, what was tightened is loosened; nothing changed from a schema to itself', () => {
  fc.assert(
    fc.property(schemas, schemas, (one, other) => {
      const classes = (before: JsonSchema, after: JsonSchema): readonly ChangeClass[] =>
        compareSchemas(before, after).map((each) => each.class);
      expect(classes(one, one)).toEqual([]);
      const mirrored = classes(other, one).map((each) => MIRRORED[each] ?? each);
      expect(mirrored.toSorted()).toEqual(classes(one, other).toSorted());
    }),
    { seed: 1, numRuns: 500 },
  );
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openAjv } from '../../spec/ajv.ts';
import { formats } from '../../spec/formats.ts';

const takes = (schema: object, value: unknown): boolean => openAjv().compile({ type: 'string', ...schema })(value);

test('strings are bounded by their bytes, not by their characters', () => {
  expect([takes({ maxBytes: 6 }, '云盘'), takes({ maxBytes: 5 }, '云盘')]).toEqual([true, false]);
  expect([takes({ minBytes: 6 }, '云盘'), takes({ minBytes: 7 }, '云盘')]).toEqual([true, false]);
});

test('the formats are those that the schema of contracts allows', () => {
  const file = new URL('../../schemas/contract.schema.json', import.meta.url);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as {
    $defs: { schema: { properties: { format: { enum: string[] } } } };
  };
  expect(schema.$defs.schema.properties.format.enum).toEqual(Object.keys(formats));
});

test('annotations restrict nothing', () => {
  expect(takes({ 'x-source': 'volume', 'x-open': true, 'x-reserved': true, 'x-unsupported': true }, 'v')).toBe(true);
});

test.each([
  ['date-time', '2026-11-26T07:31:00Z', '26.11.2026'],
  ['date-time', '2026-11-26T07:31:00.000000', 'now'],
  ['date', '2026-11-26', '2026-11'],
  ['uuid', '70a599e0-31e7-49b7-b260-868f441e862b', '70a599e0'],
  ['uri', 'https://example.com/a', 'a b'],
] as const)('of the format %s is "%s" and not "%s"', (format, right, wrong) => {
  expect(Object.keys(formats)).toContain(format);
  expect([takes({ format }, right), takes({ format }, wrong)]).toEqual([true, false]);
});

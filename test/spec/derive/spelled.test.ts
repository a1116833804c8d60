import { expect, it } from 'vitest';
import { derive } from '../../../spec/derive/derive.ts';
import { edit, english } from './page-texts.ts';

/** The page with one more row in its answer. */
const withRow = (type: string, description: string, sample = '{}') =>
  derive({
    name: 'page.md',
    text: edit(
      edit(english, '<tr id="row50325863103010">', `<tr><td>rack</td><td>${type}</td><td>${description}</td></tr>$&`),
      /"job_id": "[^"]*"/,
      `$&, "rack": ${sample}`,
    ),
  });
const rackOf = ({ contract }: ReturnType<typeof withRow>) => {
  const { properties } = (contract.response.success.schema ?? {}) as {
    properties?: Record<string, { properties?: object }>;
  };
  return properties?.rack;
};

it('keys that only the cell of an object spells out are its members, of any type', () => {
  const derived = withRow(
    'object',
    'Places, keys include: used (taken so far), limit (the maximum) and left (still free).',
  );
  expect(rackOf(derived)?.properties).toEqual({ used: {}, limit: {}, left: {} });
  expect(derived.notUnderstood).toEqual([]);
});

it.each([
  ['string', 'Places, keys include: used (taken so far) and limit (the maximum).', '"x"'],
  ['object', 'Places (all of them) and racks (few).', '{}'],
  ['object', 'Keys include: used (taken so far).', '{}'],
])('of a %s, and %s, none are', (type, description, sample) => {
  expect(rackOf(withRow(type, description, sample))?.properties).toBeUndefined();
});

it('what a sample goes beyond binds no answer', () => {
  const closed = withRow(
    'string',
    'The value can be one of: a, b. Time format: YYYY-MM-DDTHH:MM:SS. At most 2 bytes.',
    '"none"',
  );
  expect(rackOf(closed)).not.toHaveProperty('format');
  expect(rackOf(closed)).not.toHaveProperty('maxBytes');
  const kept = withRow('string', 'At most 20 bytes.', '"none"');
  expect(rackOf(kept)).toMatchObject({ maxBytes: 20 });
});

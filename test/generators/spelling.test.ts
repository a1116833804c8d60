import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicateKeys, malformed } from '../../generators/bodies.ts';
import { askedBy, bodyText } from '../../generators/case.ts';
import { type Form, quantity, render } from '../../generators/quantity.ts';
import { plainSize } from '../../generators/satisfy.ts';
import { violate } from '../../generators/violate.ts';
import { extensionOf } from '../../spec/extension.ts';
import { documented, worldOf } from './worlds.ts';

const scale = { current: 100, maximum: 32768, ceiling: 500 };

describe('render', () => {
  test.each([
    [quantity('zero', 200, { tail: '.0' }), '200.0'],
    [quantity('zero', 200, { tail: '.50' }), '200.50'],
    [quantity('zero', 200, { form: 'e' }), '2e2'],
    [quantity('zero', 200, { form: 'E+' }), '2E+2'],
    [quantity('zero', 200, { form: '.0E+' }), '2.0E+2'],
    [quantity('zero', 215, { form: '.0E+' }), '2.15E+2'],
    [quantity('zero', 200, { form: 'e-1' }), '2000e-1'],
    [quantity('zero', 0, { form: 'e-1' }), '0e-1'],
    [quantity('zero', -200, { form: 'e' }), '-2e2'],
    [quantity('zero', 0, { form: 'exact', tail: '1e400' }), '1e400'],
    [quantity('current'), '100'],
    [quantity('current', 1, { wrap: 64 }), '18446744073709551717'],
    [quantity('maximum', 1), '32769'],
    [quantity('ceiling', -1), '499'],
    [quantity('zero', -1, { wrap: 31 }), '2147483647'],
  ])('spells %o as %s', (size, text) => {
    expect(render(size, scale)).toBe(text);
  });

  test('takes the ceiling for the maximum where the page names none', () => {
    expect(render(quantity('maximum', 1), { ...scale, maximum: null })).toBe('501');
  });

  test('starts from the integer part of a volume that is stored with a fraction', () => {
    expect(render(quantity('current', 1), { ...scale, current: 100.9 })).toBe('101');
  });

  test.each<Form>(['e', 'E+', '.0E+', 'e-1'])('spells the same number in the form %s', (form) => {
    const integer = fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), fc.maxSafeInteger());
    const same = fc.property(integer, (plus) => {
      const text = render(quantity('zero', plus, { form }), scale);
      expect(text).toMatch(/e/i);
      expect(JSON.parse(text)).toBe(plus + 0);
    });
    fc.assert(same, { seed: 31, numRuns: 500 });
  });
});

const size = quantity('current', 10, { tail: '.0' });
const sent = (body: string): string => bodyText(body, askedBy({ body, size }, scale));

test('duplicate keys reach the wire as spelled', () => {
  expect(duplicateKeys(extensionOf(documented)).map(sent)).toEqual([
    '{"os-extend":{"new_size":110.0,"new_size":110.0}}',
    '{"os-extend":{"new_size":110.0},"os-extend":{"new_size":110.0}}',
  ]);
});

test('what is no JSON reaches the wire as spelled, and no reader takes any of it for JSON', () => {
  const texts = malformed(extensionOf(documented)).map(sent);
  expect(texts.slice(0, 3)).toEqual(['', '{"os-extend":{"new_size":110.0}', '{"os-extend":{"new_size":110.0']);
  for (const text of texts) expect(() => JSON.parse(text)).toThrow(SyntaxError);
});

test('a size of several digits leaves no trace of the placeholder, wherever and however often it stands', () => {
  for (const body of [...malformed(extensionOf(documented)), ...duplicateKeys(extensionOf(documented))]) {
    expect(sent(body)).not.toContain('\u{0}');
  }
});

test('the plain extension goes to the next ten, or by one where less than twenty are left after it', () => {
  const room = (ceiling: number) => ({ smallest: 10, maximum: 32768, ceiling, full: false });
  const plain = (current: number, ceiling: number) => plainSize(current, room(ceiling));
  expect([9, 10, 19].map((current) => plain(current, 500).plus)).toEqual([10, 20, 20]);
  expect(plain(10, 40)).toEqual(quantity('zero', 20));
  expect(plain(10, 39)).toEqual(quantity('current', 1));
});

test.each([
  [4095, 2n ** 64n],
  [4096, 2n ** 64n + 4096n],
  [8191, 2n ** 64n + 4096n],
  [8192, 2n ** 64n + 8192n],
  [12_288, 2n ** 64n + 8192n],
])('with room for %s GB a size wraps 64 bits to one within the room, in a double as well', (ceiling, wrapped) => {
  const world = worldOf(documented, 10, ceiling);
  const sent = violate(documented, 'size.over-maximum', world.room).first.map((recipe) => world.caseOf(recipe).body);
  expect(sent).toContain(`{"os-extend":{"new_size":${wrapped}}}`);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathSegment } from '../../wire/path.ts';

test.each([
  ['70a599e0-31e7-49b7-b260-868f441e862b', '70a599e0-31e7-49b7-b260-868f441e862b'],
  ['urn:vol:1@az;a=b,c$&+', 'urn:vol:1@az;a=b,c$&+'],
  ['a/b?c#d%e f', 'a%2Fb%3Fc%23d%25e%20f'],
  ['größe', 'gr%C3%B6%C3%9Fe'],
  ['\ud800', '%EF%BF%BD'],
])('%s stands in a path as %s', (id, segment) => {
  expect(pathSegment(id)).toBe(segment);
});

test('whatever an id is, it is one segment, and comes back as it was', () => {
  const anyId = fc.string({ unit: 'grapheme', minLength: 1 }).filter((id) => id !== '.' && id !== '..');
  const property = fc.property(anyId, (id) => {
    const { pathname, search, hash } = new URL(`http://h/a/${pathSegment(id)}/b`);
    expect([pathname.split('/').length, search, hash]).toEqual([4, '', '']);
    expect(decodeURIComponent(pathname.split('/')[2] ?? '')).toBe(id);
  });
  fc.assert(property, { seed: 7 });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDisjoint, readSet } from '../../../spec/load/character-set.ts';
import { whyUnbounded } from '../../../spec/load/pattern.ts';

test.each([
  '^-?[0-9]+(\\.[0-9]+)?$',
  '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  '^[a-z][a-z0-9-]*$',
  '^[a-z]+(?:-[a-z0-9]+)*$',
  '^(available|in-use|error)$',
  '^error(_extending)?',
  '^[0-9]{4}[0-9]{2}(?:a{2}){3}a$',
  '^\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z?$',
  '^[^/]+/[^/]+$',
  '^"(?:[^"\\\\]|\\\\.)*"$',
  '^\\p{L}+$',
  '^.+\\u{a}$',
  '^',
])('a pattern that is read from left to right is let through: %s', (pattern) => {
  expect(new RegExp(pattern, 'u')).toBeInstanceOf(RegExp);
  expect(whyUnbounded(pattern)).toBeUndefined();
});

const twoWays = 'a character can be read in two ways';
test.each([
  ['^(a+)+$', twoWays],
  ['^(a{1,9}){1,9}$', twoWays],
  ['^(a|a)*$', twoWays],
  ['^(a|ab)*c$', twoWays],
  ['^([a-z]|\\w)*$', twoWays],
  ['^a*a*a*$', twoWays],
  ['^.*.*x$', twoWays],
  ['^\\s*[\\t ]*$', twoWays],
  ['^(\\p{L}|\\d)+$', twoWays],
  ['^(?:(?:ab?)*b)*$', twoWays],
  ['^(a{2}a*){3}$', twoWays],
  [`^${'('.repeat(30)}a${'){2}'.repeat(30)}$`, 'it is too long'],
  ['^(a*)*$', 'what fits the empty text is repeated'],
  ['^((a?)?b?){9}$', 'what fits the empty text is repeated'],
  ['^(a*|b*)c$', 'two alternatives fit the empty text'],
  ['a+b', 'it does not begin with ^'],
  ['^a|b+c', '"|b+c" is not read: put alternatives in (…)'],
  ['^(?=a+)b', '"(?=a+)b" is not read'],
  ['^(?<x>a)', '"(?<x>a)" is not read'],
  ['^(a)\\1', '"\\\\1" is not read'],
  ['^a\\b', '"\\\\b" is not read'],
  ['^(^a)', '"^a)" is not read'],
])('one that may go back without end is not: %s', (pattern, why) => {
  expect(new RegExp(pattern, 'u')).toBeInstanceOf(RegExp);
  expect(whyUnbounded(pattern)).toContain(why);
});

/** Patterns of few characters, for which two ways are likely. */
const patterns = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', 'c', '[ab]', '[^a]', '\\w', '.'),
    tie('pattern').map((inside) => `(${inside})`),
  ),
  pattern: fc
    .array(
      fc.tuple(tie('atom'), fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,3}', '*?')).map((both) => both.join('')),
      { minLength: 1, maxLength: 3 },
    )
    .chain((parts) => fc.constantFrom(parts.join(''), parts.join('|'))),
})).pattern;

test('what is let through is done with a long text at once', () => {
  let letThrough = 0;
  const quick = fc.property(patterns, fc.stringMatching(/^[abc]{1,3}$/), (inside, unit) => {
    const pattern = `^(${inside})$`;
    if (whyUnbounded(pattern) !== undefined) return;
    letThrough += 1;
    // were there another way, this would take longer than the test may
    expect(typeof new RegExp(pattern, 'u').test(`${unit.repeat(20_000)}!`)).toBe('boolean');
  });
  fc.assert(quick, { seed: 51, numRuns: 3000 });
  expect(letThrough).toBeGreaterThan(300);
});

test('a set of characters is what the engine takes it for', () => {
  const sets = [
    '.',
    '\\d',
    '\\W',
    '\\s',
    '\\S',
    '[a-f0-9]',
    '[^a-f]',
    '[\\d-]',
    '[\\n\\-\\]]',
    '\\u0041',
    '\\x41',
    '\\t',
    '\\/',
  ];
  const same = fc.property(fc.constantFrom(...sets), fc.integer({ min: 0, max: 0xffff }), (text, code) => {
    const read = readSet(text, 0);
    expect(read?.end).toBe(text.length);
    const char = String.fromCodePoint(code);
    expect(!isDisjoint(read?.set ?? [], [[code, code]])).toBe(new RegExp(`^${text}$`, 'u').test(char));
  });
  fc.assert(same, { seed: 52, numRuns: 5000 });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSecrets, redact, redactText, secretsOf } from '../../wire/redact.ts';

/** Printable tokens; those that are part of their own placeholder cannot vanish from it. */
const tokens = fc
  .string({ minLength: 4, maxLength: 60, unit: 'grapheme-ascii' })
  .filter((token) => !/[$]/.test(token) && !'$EVS_TOKEN'.includes(token));

const around = fc.constantFrom('', ' ', 'token=', '{"', '\n', '%', '/');

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };

const spellings: readonly (readonly [string, (token: string) => string])[] = [
  ['plain', (token) => token],
  ['percent-encoded', encodeURIComponent],
  ['percent-encoded in small letters', (token) => encodeURIComponent(token).replace(/%../g, (it) => it.toLowerCase())],
  ['JSON-escaped', (token) => JSON.stringify(token).slice(1, -1)],
  ['in HTML', (token) => token.replace(/[&<>"']/g, (char) => `&${entities[char]};`)],
  ['JSON-escaped in JSON', (token) => JSON.stringify(JSON.stringify(token).slice(1, -1)).slice(1, -1)],
  ['percent-encoded twice', (token) => encodeURIComponent(encodeURIComponent(token))],
  ['JSON-escaped with its slashes', (token) => JSON.stringify(token).slice(1, -1).replaceAll('/', '\\/')],
];

describe.each(spellings)('a token that stands %s', (_, spell) => {
  test('vanishes from texts, values and keys at any depth', () => {
    const gone = fc.property(tokens, around, around, (token, before, after) => {
      const secrets = secretsOf(token);
      const text = `${before}${spell(token)}${after}`;
      expect(redactText(text, secrets)).toBe(`${before}$EVS_TOKEN${after}`);
      const clean = redact({ [text]: [{ a: { [text]: text } }], n: 1, z: null }, secrets);
      const key = `${before}$EVS_TOKEN${after}`;
      expect(clean).toEqual({ [key]: [{ a: { [key]: key } }], n: 1, z: null });
    });
    fc.assert(gone, { seed: 41, numRuns: 300 });
  });
});

test('it vanishes as often as it stands there', () => {
  expect(redactText('abcd abcd,abcdabcd', secretsOf('abcd'))).toBe('$EVS_TOKEN $EVS_TOKEN,$EVS_TOKEN$EVS_TOKEN');
});

test.each([undefined, '', 'abc'])('without a token worth the name nothing changes: %o', (token) => {
  const value = { a: 'abc' };
  expect(redact(value, secretsOf(token))).toBe(value);
});

test('what was given is not changed, and nothing but strings is', () => {
  const value = { a: 'my-token', b: [1, true, null, undefined, 'x'] };
  expect(redact(value, secretsOf('my-token'))).toEqual({ a: '$EVS_TOKEN', b: [1, true, null, undefined, 'x'] });
  expect(value.a).toBe('my-token');
});

test('a key named __proto__ stays a key', () => {
  const clean = redact(JSON.parse('{"__proto__":{"a":"my-token"}}') as object, secretsOf('my-token'));
  expect(JSON.stringify(clean)).toBe('{"__proto__":{"a":"$EVS_TOKEN"}}');
});

test('of secrets that hold one another none leaves a rest', () => {
  const secrets = openSecrets();
  for (const value of ['abcd', 'xxabcdyy', 'abcdabcd']) secrets.add(value, `$${value.length}`);
  expect(secrets.hide('abcd xxabcdyy abcdabcd xxabcd')).toBe('$4 $8 $8 xx$4');
  expect(secrets.placeholders()).toEqual(['$4', '$8']);
});

test('signatures vanish wherever they stand among other digits, and other digits do not', () => {
  const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
  const some = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFabcdef'), maxLength: 70 });
  const gone = fc.property(fc.uniqueArray(hex, { minLength: 2, maxLength: 4 }), some, some, (all, before, after) => {
    const [other = '', ...known] = all;
    const secrets = openSecrets();
    for (const signature of known) secrets.addSignature(signature);
    for (const signature of known) {
      const text = secrets.hide(`%3D${before}${signature}${after}`);
      expect(text).toContain('$EVS_SIGNATURE');
      expect(text).not.toContain(signature);
      expect(secrets.hide(signature.toUpperCase())).toBe('$EVS_SIGNATURE');
    }
    expect(secrets.hide(other)).toBe(other);
  });
  fc.assert(gone, { seed: 42, numRuns: 300 });
});

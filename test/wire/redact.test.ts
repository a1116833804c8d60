import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSecrets, redact, redactText, secretsOf } from '../../wire/redact.ts';

/** Printable tokens; those that are part of their own placeholder cannot vanish from it, and short words have a case. */
const tokens = fc
  .string({ minLength: 4, maxLength: 60, unit: 'grapheme-ascii' })
  .filter((token) => !/[$]|^[A-Za-z]{1,7}$/.test(token) && !'$EVS_TOKEN'.includes(token.toUpperCase()));

const around = fc.constantFrom('', ' ', 'token=', '{"', '\n', '%', '/');

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };

/** What encodings leave alone stays. */
const inEach = (token: string, encode: (char: string) => string): string => token.replace(/[^A-Za-z0-9]/g, encode);

const spellings: readonly (readonly [string, (token: string) => string])[] = [
  ['plain', (token) => token],
  ['percent-encoded', encodeURIComponent],
  ['percent-encoded in small letters', (token) => encodeURIComponent(token).replace(/%../g, (it) => it.toLowerCase())],
  ['JSON-escaped', (token) => JSON.stringify(token).slice(1, -1)],
  ['in HTML', (token) => token.replace(/[&<>"']/g, (char) => `&${entities[char]};`)],
  ['JSON-escaped in JSON', (token) => JSON.stringify(JSON.stringify(token).slice(1, -1)).slice(1, -1)],
  ['percent-encoded twice', (token) => encodeURIComponent(encodeURIComponent(token))],
  ['in capitals', (token) => token.toUpperCase()],
  ['in small letters', (token) => token.toLowerCase()],
  ['percent-encoded to the last sign', (token) => inEach(token, (char) => `%${char.charCodeAt(0).toString(16)}`)],
  ['in a form', (token) => new URLSearchParams({ a: token }).toString().slice(2)],
  ['in JSON that stands in HTML', (token) => inEach(token, (char) => `\\u00${char.charCodeAt(0).toString(16)}`)],
  ['in HTML by numbers', (token) => inEach(token, (char) => `&#${char.charCodeAt(0)};`)],
  [
    'in HTML by numbers of three digits',
    (token) => inEach(token, (char) => `&#${String(char.charCodeAt(0)).padStart(3, '0')};`),
  ],
  ['in HTML by hexadecimal numbers', (token) => inEach(token, (char) => `&#x${char.charCodeAt(0).toString(16)};`)],
  ['in a URL in JSON', (token) => JSON.stringify(encodeURIComponent(token)).slice(1, -1)],
  ['in JSON in a URL', (token) => encodeURIComponent(JSON.stringify(token).slice(1, -1))],
  ['in hexadecimal', (token) => Buffer.from(token).toString('hex')],
  ['in hexadecimal capitals', (token) => Buffer.from(token).toString('hex').toUpperCase()],
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

const packings: readonly (readonly [string, (text: string) => string])[] = [
  ['base64', (text) => Buffer.from(text).toString('base64')],
  ['base64 without padding', (text) => Buffer.from(text).toString('base64').replace(/=+$/, '')],
  ['base64url', (text) => Buffer.from(text).toString('base64url')],
  ['base64 in a URL', (text) => encodeURIComponent(Buffer.from(text).toString('base64'))],
  ['base64 in JSON', (text) => Buffer.from(text).toString('base64').replaceAll('/', '\\/').replaceAll('+', '\\u002b')],
  ['base64 of JSON', (text) => Buffer.from(JSON.stringify(text)).toString('base64')],
  ['base64 of a URL', (text) => Buffer.from(encodeURIComponent(text)).toString('base64')],
];

test.each(packings)('a token in %s vanishes, whatever stands around it in there', (_, pack) => {
  const plain = fc.stringMatching(/^[a-z:]{0,5}$/);
  const gone = fc.property(tokens, plain, plain, around, (token, user, more, before) => {
    const text = `${before}${pack(`${user}${token}${more}`)}`;
    const clean = redactText(text, secretsOf(token));
    expect(clean).toContain('$EVS_TOKEN');
    expect(clean.startsWith(before)).toBe(true);
    // what is left is what stood around it, and at either end a sign that holds some bits of its own
    const left = [...clean.slice(before.length).replaceAll('$EVS_TOKEN', '')].length;
    expect(left).toBeLessThanOrEqual(pack(user).length + pack(more).length + 6);
  });
  fc.assert(gone, { seed: 43, numRuns: 300 });
});

test('a password of other letters vanishes as well, however it is spelled', () => {
  const password = 'Pa\u00df wort\u{1f511}';
  const secrets = secretsOf(password);
  const ascii = 'Pa\\u00df wort\\ud83d\\udd11';
  const asLatin1 = Buffer.from(password).toString('latin1');
  const all = [password, ascii, ascii.toUpperCase().replaceAll('U', 'u'), encodeURIComponent(password), asLatin1];
  for (const text of [...all, 'Pa&#223; wort&#x1F511;']) expect(secrets.hide(`a ${text} b`)).toBe('a $EVS_TOKEN b');
  expect(secrets.hide('=%3D==')).toBe('=%3D==');
  expect(secretsOf('====').hide('a %3D%3d\\u003D= b')).toBe('a $EVS_TOKEN b');
});

test('what was cut from a long secret is hidden, and what only begins a little like it is not', () => {
  const token = `gAAAAABm${Array.from({ length: 40 }, (_, at) => at * 7).join('-')}`;
  const secrets = secretsOf(token);
  expect(secrets.hide(`"${token.slice(0, 60)}" was said`)).toBe('"$EVS_TOKEN" was said');
  expect(secrets.hide(`${token}${token.slice(0, 40)}`)).toBe('$EVS_TOKEN$EVS_TOKEN');
  expect(secrets.hide(token.slice(0, 39))).toBe(token.slice(0, 39));
});

test('a short word is hidden as it is, and in capitals it is anybody\u2019s', () => {
  expect(secretsOf('error').hide('error ERROR Error')).toBe('$EVS_TOKEN ERROR Error');
  expect(secretsOf('error-17').hide('ERROR ERROR-17')).toBe('ERROR $EVS_TOKEN');
});

test('a placeholder is not taken for the token that it names', () => {
  const secrets = secretsOf('evs_token');
  expect(secrets.hide(secrets.hide('evs_token'))).toBe('$EVS_TOKEN');
});

test('what has a secret\u2019s length and letters and is another text stays', () => {
  const token = 'gAAAAABmZ0-x_1==';
  for (const text of ['gAAAAABmZ0-x_2==', 'gAAAAABmZ0+x_1==', 'AAAAABmZ0-x_1=', 'available', '5b0c-gAAAAABmZ0']) {
    expect(secretsOf(token).hide(text)).toBe(text);
  }
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalRequest } from '../../../wire/auth/canonical.ts';
import { signatureOf } from '../../../wire/auth/signed.ts';

const date = '20060102T150405Z';
const host = 'evs.example.com';
const request = (method: string, target: string, body = '', headers = {}) => ({ method, host, target, body, headers });

describe('known signatures', () => {
  test.each([
    ['GET', '/path?limit=1', '', '5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624'],
    [
      'POST',
      '/path?key=value',
      '{"Name":"test","Id":1}\n',
      'cecc2af119b18ab70b4d094c0750f3b42c02f254903179a0fc2cc72fc9db4f59',
    ],
  ])('of the vendor’s documents: %s %s', (method, target, body, signature) => {
    const headers = { 'x-sdk-date': date };
    expect(signatureOf(request(method, target, body, headers), date, ['x-sdk-date'], 'SecretKey')).toBe(signature);
  });

  // made with @huaweicloud/huaweicloud-sdk-core 3.1.211, which brings 45 packages and is none of ours for that
  test.each([
    ['GET', '/', '', 'b13aa30a5281fb28b5ad71a4af45d9430db4fc94c27fff048813736b82aa594a'],
    ['GET', '/v2/0f3b/cloudvolumes/a-b_c.d~e', '', 'b9a9b40cef4aa292c13f34acbf7ade5dba103ef3952b7f6440e0a4a6d43a3176'],
    [
      'POST',
      '/v2/0f3b/cloudvolumes/1/action',
      '{"os-extend":{"new_size":200}}',
      'b3f2038e8378287ea43aee29ea5978859045bbcd36f7ef91f9e7acc97358c317',
    ],
    [
      'GET',
      '/v1/0f3b/jobs/9/?limit=1&a=&Z=x%20y&%C3%BC=%E5%90%8D%2F%3F%26%3D%2B',
      '',
      '472a1bd1b11694ac9a81f4bb2a7f22fedbc140ae42982439eeee0c3314cb4076',
    ],
    [
      'PUT',
      '/a/b/c?b=2&a=1',
      '{"text":"größe 名 😀 \\u0000"}',
      'e1675634eaf9d870fe45b3c1d26d6130ca22727e617886395aca5f1e5be67570',
    ],
    ['DELETE', "/x?!'()*=!'()*~-._", '', '485bab0fb7513b35342d7bc57159159cf5394b5737dfd88512ae3c47aaf524e8'],
  ])('of the vendor’s own signer: %s %s', (method, target, body, signature) => {
    // that signer covers the date as it was given to it, and signs with its basic form
    const headers = {
      'content-type': 'application/json',
      host,
      'x-project-id': '0f3b',
      'x-sdk-date': '2006-01-02T15:04:05Z',
    };
    const made = signatureOf(request(method, target, body, headers), date, Object.keys(headers), 'secret/+key');
    expect(made).toBe(signature);
  });
});

const line = (target: string, at: number): string | undefined =>
  canonicalRequest(request('GET', target), []).split('\n')[at];

/** Any bytes, spelled as escapes. */
const escaped = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const text = fc.string({ unit: 'binary' }).filter((one) => !/\p{Surrogate}/u.test(one));
const bytes = fc.uint8Array({ maxLength: 12 });

describe('the canonical path', () => {
  test('is the same however its bytes are spelled, ends in one slash, and holds nothing that needs escaping', () => {
    const property = fc.property(fc.array(bytes, { maxLength: 5 }), (segments) => {
      const small = `/${segments.map(escaped).join('/')}`;
      const path = line(small, 1);
      expect(path).toMatch(/^\/([A-Za-z0-9._~/-]|%[0-9A-F]{2})*$/);
      expect(path?.endsWith('/')).toBe(true);
      expect(
        line(
          small.replace(/%../g, (code) => code.toUpperCase()),
          1,
        ),
      ).toBe(path);
      // what is canonical already stays as it is
      expect(line(path ?? '', 1)).toBe(path);
      const mixed = small.replace(/%(6[1-9a-f]|7[0-9a])/g, (code) => decodeURIComponent(code));
      expect(line(mixed, 1)).toBe(path);
    });
    fc.assert(property, { seed: 71, numRuns: 500 });
  });

  test.each([
    ['', '/'],
    ['/', '/'],
    ['/a', '/a/'],
    ['/a/', '/a/'],
    ['/%20', '/%20/'],
    ['/..%2F..', '/../../'],
    ['/%zz%', '/%25zz%25/'],
    ["/'or'1'='1", '/%27or%271%27%3D%271/'],
    ['/größe', '/gr%C3%B6%C3%9Fe/'],
  ])('of %j is %j', (path, canonical) => {
    expect(line(path, 1)).toBe(canonical);
  });
});

describe('the canonical query', () => {
  test('does not depend on the order or the spelling of its fields', () => {
    const fields = fc.array(fc.tuple(text, text), { maxLength: 6 });
    const shuffled = fields.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    const property = fc.property(shuffled, ([one, other]) => {
      const query = (all: readonly (readonly [string, string])[]) =>
        all.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
      const spaced = query(other).replaceAll('%20', '+');
      expect(line(`/?${spaced}`, 2)).toBe(line(`/?${query(one)}`, 2));
    });
    fc.assert(property, { seed: 72, numRuns: 500 });
  });

  test.each([
    ['/', ''],
    ['/?', ''],
    ['/?a', 'a='],
    ['/?a=', 'a='],
    ['/?a=b=c', 'a=b%3Dc'],
    ['/?b=1&a=2&a=1&', 'a=1&a=2&b=1'],
    ['/?a?b=c', 'a%3Fb=c'],
    ['/?%ff=%FE', '%FF=%FE'],
  ])('of %j is %j', (target, canonical) => {
    expect(line(target, 2)).toBe(canonical);
  });
});

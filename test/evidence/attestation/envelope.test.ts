import { createPrivateKey, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asEnvelope, preAuthEncoding, seal, unseal } from '../../../evidence/attestation/envelope.ts';
import { readPrivateKey, readPublicKey } from '../../../evidence/attestation/key.ts';
import { newKeys } from './keys.ts';

const { privateKey, publicKey } = newKeys();
const [own, check] = [readPrivateKey(privateKey), readPublicKey(publicKey)];

// the example of the DSSE protocol
test('what is signed is type and body, each with its length', () => {
  const body = Buffer.from('hello world');
  expect(preAuthEncoding('http://example.com/HelloWorld', body).toString()).toBe(
    'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
  );
});

test('lengths are of bytes', () => {
  expect(preAuthEncoding('ü', Buffer.from('€')).toString()).toBe('DSSEv1 2 ü 3 €');
});

test('no two pairs are signed by the same bytes', () => {
  const text = fc.string({ unit: fc.constantFrom('1', '2', ' ', 'a', 'ü') });
  fc.assert(
    fc.property(text, text, text, text, (type, body, otherType, otherBody) => {
      const [one, other] = [
        [type, body],
        [otherType, otherBody],
      ] as const;
      const encode = ([first, second]: readonly [string, string]) => preAuthEncoding(first, Buffer.from(second));
      expect(encode(one).equals(encode(other))).toBe(type === otherType && body === otherBody);
    }),
  );
});

test('what is sealed is opened by the public key, and by no other', () => {
  const envelope = seal('text/plain', 'größer', own);
  expect(envelope.signatures[0]?.sig).toBe(
    sign(null, Buffer.from('DSSEv1 10 text/plain 8 größer'), createPrivateKey(privateKey)).toString('base64'),
  );
  expect(unseal(envelope, check)).toBe('größer');
  expect(unseal(envelope, readPublicKey(newKeys().publicKey))).toBeUndefined();
});

test('type, body and signature are all of what is signed', () => {
  const envelope = seal('text/plain', 'x', own);
  expect(unseal({ ...envelope, payloadType: 'text/html' }, check)).toBeUndefined();
  expect(unseal({ ...envelope, payload: Buffer.from('y').toString('base64') }, check)).toBeUndefined();
  expect(unseal({ ...envelope, signatures: [] }, check)).toBeUndefined();
  expect(unseal({ ...envelope, signatures: [{ keyid: '', sig: 'AAAA' }] }, check)).toBeUndefined();
});

test.each(['', '{', 'null', '[]', '{"payload": ""}', '{"payloadType": "", "payload": "", "signatures": [null]}'])(
  '%s is no envelope',
  (text) => {
    expect(asEnvelope(text)).toBeUndefined();
  },
);

import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { KeyError, keyIdOf, readPrivateKey, readPublicKey } from '../../../evidence/attestation/key.ts';
import { newKeys, privatePem, publicPem } from './keys.ts';

const { privateKey, publicKey } = newKeys();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const encrypted = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' })
  .toString();

test('both keys of a pair have one id', () => {
  expect(keyIdOf(readPrivateKey(privateKey))).toBe(keyIdOf(readPublicKey(publicKey)));
  expect(keyIdOf(readPublicKey(publicKey))).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['a public key', publicKey, /is a public key, but signing needs the private one/],
  ['an encrypted key', encrypted, /is encrypted with a password/],
  ['a key of RSA', privatePem(rsa.privateKey), /is a key of rsa, but has to be Ed25519/],
  ['PKCS#1', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(), /in another form than PKCS#8/],
  ['OpenSSH', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn\n', /has the form of OpenSSH/],
  ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n', /is a certificate/],
  ['no PEM', 'MC4CAQAwBQYDK2VwBCIEIA', /is not a PEM file of a key/],
  ['nothing', '', /is not a PEM file of a key/],
  ['a key that is cut off', privateKey.slice(0, 60), /cut off or altered/],
])('%s does not sign', (_, pem, message) => {
  expect(() => readPrivateKey(pem)).toThrow(KeyError);
  expect(() => readPrivateKey(pem)).toThrow(message);
});

test.each([
  ['a private key', privateKey, /is a private key, which nobody else should have/],
  ['a key of RSA', publicPem(rsa.publicKey), /is a key of rsa/],
])('%s does not check', (_, pem, message) => {
  expect(() => readPublicKey(pem)).toThrow(message);
});

test('no message holds any of the key', () => {
  const bytes = privateKey.split('\n')[1] ?? '';
  for (const pem of [privateKey.slice(0, 60), bytes, privateKey.replace('PRIVATE', 'RSA PRIVATE')]) {
    let message = '';
    try {
      readPrivateKey(pem);
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(/KeyError/);
    expect(message).not.toContain(bytes.slice(0, 20));
  }
});

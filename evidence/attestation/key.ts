import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** A key that cannot sign or check an attestation. The message says what the file is instead, and never quotes it. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

const advice = 'openssl genpkey -algorithm ed25519 makes one, openssl pkey -pubout derives its public key';

/** The kinds of other PEM files, by their first line. */
const others: readonly (readonly [RegExp, string])[] = [
  [/BEGIN ENCRYPTED PRIVATE KEY/, 'is encrypted with a password'],
  [/BEGIN OPENSSH PRIVATE KEY/, 'has the form of OpenSSH'],
  [/BEGIN [A-Z]+ PRIVATE KEY/, 'is a private key in another form than PKCS#8'],
  [/BEGIN PRIVATE KEY/, 'is a private key, which nobody else should have'],
  [/BEGIN PUBLIC KEY/, 'is a public key, but signing needs the private one'],
  [/BEGIN CERTIFICATE/, 'is a certificate'],
];

/** Reads a private key, PKCS#8 in PEM, Ed25519. Throws `KeyError`. */
export function readPrivateKey(pem: string): KeyObject {
  return read(pem, /^-----BEGIN PRIVATE KEY-----\s/m, 'a private key (PKCS#8 in PEM)', createPrivateKey);
}

/** Reads a public key, SPKI in PEM, Ed25519. Throws `KeyError`. */
export function readPublicKey(pem: string): KeyObject {
  return read(pem, /^-----BEGIN PUBLIC KEY-----\s/m, 'a public key (SPKI in PEM)', createPublicKey);
}

function read(pem: string, head: RegExp, wanted: string, create: (pem: string) => KeyObject): KeyObject {
  if (!head.test(pem)) {
    const what = others.find(([first]) => first.test(pem))?.[1] ?? 'is not a PEM file of a key';
    throw new KeyError(`it ${what}; it has to be ${wanted} of Ed25519: ${advice}`);
  }
  const key = parse(pem, create);
  if (key.asymmetricKeyType !== 'ed25519')
    throw new KeyError(
      `it is a key of ${key.asymmetricKeyType ?? 'an unknown kind'}, but has to be Ed25519: ${advice}`,
    );
  return key;
}

function parse(pem: string, create: (pem: string) => KeyObject): KeyObject {
  try {
    return create(pem);
  } catch {
    // what the library says may repeat what stands there
    throw new KeyError(`it cannot be read: it is cut off or altered; ${advice}`);
  }
}

/** The id of a key in a signature: the sha256 of the public key's DER (SPKI), in hexadecimal. */
export function keyIdOf(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

import { type KeyObject, sign, verify } from 'node:crypto';
import { keyIdOf } from './key.ts';

/** A signed text, as DSSE v1 has it. */
export interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string /** Base64. */; readonly sig: string }[];
}

/** The type of an in-toto statement. */
export const statementType = 'application/vnd.in-toto+json';

/**
 * The signed bytes: type and body, each with its length in bytes, so that no other pair gives the same bytes. These are a few
 * lines instead of a package, because `@sigstore/core` needs a newer Node than this suite.
 */
export function preAuthEncoding(type: string, body: Buffer): Buffer {
  const bytes = Buffer.from(type, 'utf8');
  return Buffer.concat([Buffer.from(`DSSEv1 ${bytes.length} `), bytes, Buffer.from(` ${body.length} `), body]);
}

/** Signs a text with an Ed25519 private key. */
export function seal(type: string, text: string, key: KeyObject): Envelope {
  const body = Buffer.from(text, 'utf8');
  const sig = sign(null, preAuthEncoding(type, body), key).toString('base64');
  return { payloadType: type, payload: body.toString('base64'), signatures: [{ keyid: keyIdOf(key), sig }] };
}

/** The text of an envelope if the owner of this public key signed it, otherwise undefined. Its own statement about keys is not trusted. */
export function unseal({ payloadType, payload, signatures }: Envelope, key: KeyObject): string | undefined {
  const body = Buffer.from(payload, 'base64');
  const bytes = preAuthEncoding(payloadType, body);
  const isSigned = signatures.some(({ sig }) => verify(null, bytes, key, Buffer.from(sig, 'base64')));
  return isSigned ? body.toString('utf8') : undefined;
}

/** The envelope that a text is; undefined where it is none. */
export function asEnvelope(text: string): Envelope | undefined {
  const found = parsed(text) as Partial<Envelope> | null | undefined;
  const { payloadType, payload, signatures } = found ?? {};
  const isOne =
    typeof payloadType === 'string' &&
    typeof payload === 'string' &&
    Array.isArray(signatures) &&
    signatures.every((one: unknown) => typeof (one as { sig?: unknown } | null)?.sig === 'string');
  return isOne ? { payloadType, payload, signatures } : undefined;
}

/** The JSON value of a text; undefined if it is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

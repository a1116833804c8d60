import { createHash } from 'node:crypto';
import { bodyBytes } from '../bytes.ts';
import type { Outgoing } from './auth.ts';

/**
 * The canonical form of a request, which SDK-HMAC-SHA256 signs: method, path, query, signed headers with their names,
 * and the hash of the body's bytes. Path and query are split byte by byte and spelled again, so that two spellings
 * of the same path or query sign alike.
 */
export function canonicalRequest(request: Outgoing, signed: readonly string[]): string {
  const [path = '', ...query] = request.target.split('?');
  const names = signed.map((name) => name.toLowerCase()).sort();
  const headers = names.map((name) => `${name}:${(request.headers[name] ?? '').trim()}\n`);
  return [
    request.method,
    canonicalPath(path),
    canonicalQuery(query.join('?')),
    headers.join(''),
    names.join(';'),
    sha256(bodyBytes(request.body)),
  ].join('\n');
}

/** SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The canonical path always ends in a slash. */
function canonicalPath(path: string): string {
  const spelled = path.split('/').map(respell).join('/');
  return spelled.endsWith('/') ? spelled : `${spelled}/`;
}

function canonicalQuery(query: string): string {
  const pairs = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.replaceAll('+', '%20').split('=');
      return [bytesOf(name), bytesOf(value.join('='))] as const;
    })
    .sort(([a, x], [b, y]) => Buffer.compare(a, b) || Buffer.compare(x, y));
  return pairs.map(([name, value]) => `${spell(name)}=${spell(value)}`).join('&');
}

/** An escaped slash becomes a slash, because the vendor's own signers decode the path before they split it. */
function respell(segment: string): string {
  return spell(bytesOf(segment)).replaceAll('%2F', '/');
}

/** The bytes of a percent-encoded text; a stray percent sign stands for itself. */
function bytesOf(text: string): Buffer {
  const plain = Buffer.from(text, 'utf8').toString('latin1');
  const decoded = plain.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(decoded, 'latin1');
}

/** Unreserved characters (RFC 3986) stay as they are, all other bytes are escaped. */
function spell(bytes: Buffer): string {
  return Array.from(bytes, (byte) => {
    const char = String.fromCharCode(byte);
    return /[A-Za-z0-9\-._~]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

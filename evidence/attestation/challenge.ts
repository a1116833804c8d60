import { createHash } from 'node:crypto';

/** Longest challenge, in characters. */
export const longestChallenge = 256;

/** Printable ASCII, with single spaces between words: what two sides can tell each other without a doubt about its bytes. */
const form = /^[\x21-\x7e]+( [\x21-\x7e]+)*$/;

/** Whether a text can be a challenge. */
export const isChallenge = (text: string): boolean => text.length <= longestChallenge && form.test(text);

const largest = 2 ** 31 - 1;

/**
 * The seed that a challenge gives: the first 31 bits of the sha256 of `evs-conformance challenge`, a line break and the
 * challenge. From 1 to 2,147,483,646: the two values beside them, one in a thousand million each, become 1.
 */
export function seedOf(challenge: string): number {
  const digest = createHash('sha256').update(`evs-conformance challenge\n${challenge}`, 'utf8').digest();
  const bits = digest.readUInt32BE(0) >>> 1;
  return bits === 0 || bits === largest ? 1 : bits;
}

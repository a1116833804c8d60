/**
 * The bytes of a body. A body is text, so that it can be stored, compared and shown, but text cannot hold bytes that
 * are no UTF-8. A lone surrogate U+DC80 to U+DCFF therefore stands for the byte 0x80 to 0xFF, as in Python's
 * `surrogateescape` (PEP 383).
 */
export function bodyBytes(text: string): Buffer {
  if (!escaped.test(text)) return Buffer.from(text);
  return Buffer.concat(Array.from(text, (char) => (escaped.test(char) ? byteOf(char) : Buffer.from(char))));
}

/**
 * Whether a text holds bytes that are no UTF-8. With the flag `u`, a pattern does not match a surrogate that is half of
 * a character.
 */
export const holdsRawBytes = (text: string): boolean => escaped.test(text);

const escaped = /[\udc80-\udcff]/u;
const byteOf = (char: string): Buffer => Buffer.of(char.charCodeAt(0) - 0xdc00);

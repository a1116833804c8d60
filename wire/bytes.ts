/**
 * The bytes of a body. It is text, so that it can be stored, compared and shown, and text has no bytes that are no UTF-8:
 * a lone surrogate U+DC80 to U+DCFF stands for the byte 0x80 to 0xFF, as in Python's `surrogateescape` (PEP 383).
 */
export function bodyBytes(text: string): Buffer {
  if (!escaped.test(text)) return Buffer.from(text);
  return Buffer.concat(Array.from(text, (char) => (escaped.test(char) ? byteOf(char) : Buffer.from(char))));
}

/** Whether a text holds bytes that are no UTF-8. A surrogate that is half of a character is none to a pattern of characters. */
export const holdsRawBytes = (text: string): boolean => escaped.test(text);

const escaped = /[\udc80-\udcff]/u;
const byteOf = (char: string): Buffer => Buffer.of(char.charCodeAt(0) - 0xdc00);

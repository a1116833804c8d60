import { stripVTControlCharacters } from 'node:util';

/** Longer texts from outside, in characters, are cut to their end, because errors give their cause there. */
const longest = 300;

/** A text from outside in a form fit for a reason: one line, no control characters, bounded. */
export function shownText(text: string): string {
  // colours first: the rest of their sequences would read as text
  const plain = stripVTControlCharacters(text)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return plain.length > longest ? `…${plain.slice(-longest)}` : plain;
}

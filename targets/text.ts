import { stripVTControlCharacters } from 'node:util';

/** Longer words of others, in characters, are cut to their end: that is where errors say what they are. */
const longest = 300;

/** Somebody's words as they may stand in a reason: one line, no control characters, bounded. */
export function shownText(text: string): string {
  // colours first: what is left of their sequences would read as text
  const plain = stripVTControlCharacters(text)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return plain.length > longest ? `…${plain.slice(-longest)}` : plain;
}

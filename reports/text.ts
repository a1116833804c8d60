/**
 * Text that a server, or a vendor's hook, had a say in: it may hold terminal escapes, characters that no XML allows,
 * marks that reverse the reading direction, or megabytes.
 */

/** Everything that is not seen as itself: controls, format marks, lone surrogates, unassigned code points, line separators. */
const hidden = /[\p{C}\u2028\u2029]/gu;

/** Writes hidden characters as `\u001b`, newlines included, so that one value can never look like two lines. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Cuts a text after `limit` characters, never through a surrogate pair, and says how much is gone. */
export function bounded(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
  return `${kept}… (${text.length - kept.length} more characters)`;
}

/** One line of somebody else's words, fit to be shown. */
export function shown(text: string, limit = 500): string {
  return visible(bounded(text, limit));
}

/** Where the page says it: `size.range, line 82, anchor p48738220`. */
export function place(clause: { fact: string; line: number | null; anchor: string | null }): string {
  const line = clause.line === null ? '' : `, line ${clause.line}`;
  return `${clause.fact}${line}${clause.anchor === null ? '' : `, anchor ${shown(clause.anchor, 80)}`}`;
}

/**
 * Text that a server or a vendor's hook has influenced: it may hold terminal escapes, characters that no XML allows,
 * marks that reverse the reading direction, or megabytes.
 */

/**
 * Every character that does not show as itself: controls, format marks, lone surrogates, unassigned code points, line
 * separators.
 */
const hidden = /[\p{C}\u2028\u2029]/gu;

/** Writes hidden characters as `\u001b`, newlines included, so that one value can never look like two lines. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Cuts a text after `limit` characters, never through a surrogate pair, and adds the number of characters left out. */
export function bounded(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
  return `${kept}… (${text.length - kept.length} more characters)`;
}

/** More digits, or repetitions of one character, than a digest has: nobody counts them by eye. */
const run = /\d{65,}|(.)\1{64,}/gsu;

/**
 * A text for people. The middle of a long run of digits, or of one character, is replaced by a count; so is the middle
 * of any text that is still longer than `limit`: `1000000000000000…(10001 digits)…00000000`. The count of digits is of all.
 */
export function shortened(text: string, limit: number): string {
  const folded = text.replace(run, (whole) => withoutMiddle(whole, 16, 8));
  return folded.length <= limit ? folded : withoutMiddle(folded, Math.ceil(limit * 0.75), Math.floor(limit * 0.25));
}

/** Never cuts a surrogate pair. */
function withoutMiddle(text: string, before: number, after: number): string {
  const head = text.slice(0, before).replace(/[\ud800-\udbff]$/, '');
  const tail = text.slice(text.length - after).replace(/^[\udc00-\udfff]/, '');
  const count = /^\d+$/.test(text) ? `${text.length} digits` : `${text.length - head.length - tail.length} more`;
  return `${head}…(${count})…${tail}`;
}

/** One line of outside text, fit to be shown. */
export function shown(text: string, limit = 500): string {
  return visible(shortened(text, limit));
}

/** The place of a clause on the page: `size.range, line 82, #p48738220`. */
export function place(clause: { fact: string; line: number | null; anchor: string | null }): string {
  const line = clause.line === null ? '' : `, line ${clause.line}`;
  return `${clause.fact}${line}${clause.anchor === null ? '' : `, #${shown(clause.anchor, 80)}`}`;
}

/** The link of a clause, fit for an attribute or between the angle brackets of Markdown; undefined if there is none. */
export function linkOf({ url }: { readonly url?: string }): string | undefined {
  if (url === undefined || !/^https:\/\/[!-~]+$/.test(url) || !URL.canParse(url)) return undefined;
  return url.replace(/[<>"'`\\|()[\]{}^]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A text in lines of at most `width` columns, broken at spaces; a longer word gets a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

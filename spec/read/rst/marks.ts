const DELIMITERS = ['**', '*', '``', '`', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Markup in a text: its content, and the index of its end. */
export interface Mark {
  readonly delimiter: Delimiter;
  readonly content: string;
  /** The role of interpreted text: `ref` in ``:ref:`text` ``. */
  readonly role: string | undefined;
  /** Whether underscores after it make it a link. */
  readonly link: boolean;
  readonly end: number;
}

const ROLE = /:([A-Za-z][\w.+-]{0,60}(?::[\w.+-]{1,60})?):(?=`)/y;
const BEFORE = /[\s'"([{<\-/:]|(?![!-~])\p{P}/u;
const BEHIND = /(__?)?(?=[\s'")\]}>\-/:\\.,;!?]|(?![!-~])\p{P}|$)/uy;
const CLOSERS: Readonly<Record<string, string>> = { "'": "'", '"': '"', '(': ')', '[': ']', '{': '}', '<': '>' };

/**
 * The markup that begins at an index, by the rules of docutils: after white space or punctuation, not before white
 * space, and not within quotes of its own.
 *
 * @param endless delimiters without a closing one in the rest, so that each is looked for only once
 */
export function markAt(text: string, at: number, endless: Set<Delimiter>): Mark | undefined {
  const before = text[at - 1];
  if (before !== undefined && !BEFORE.test(before)) return undefined;
  ROLE.lastIndex = at;
  const role = text[at] === ':' ? ROLE.exec(text)?.[1] : undefined;
  const start = role === undefined ? at : at + role.length + 2;
  const delimiter = DELIMITERS.find((each) => text.startsWith(each, start));
  if (delimiter === undefined || endless.has(delimiter)) return undefined;
  const from = start + delimiter.length;
  const first = text[from] ?? ' ';
  if (/\s/.test(first) || (before !== undefined && CLOSERS[before] === first)) return undefined;
  for (let end = from + 1; end < text.length; end += 1) {
    // the first character cannot close the markup, but can escape the next one
    if (text[end - 1] === '\\' && delimiter !== '``') end += 1;
    if (!text.startsWith(delimiter, end) || /\s/.test(text[end - 1] ?? '')) continue;
    BEHIND.lastIndex = end + delimiter.length;
    const behind = BEHIND.exec(text);
    if (behind === null) continue;
    const link = behind[1] !== undefined;
    return { delimiter, content: text.slice(from, end), role, link, end: BEHIND.lastIndex };
  }
  endless.add(delimiter);
  return undefined;
}

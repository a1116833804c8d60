const DELIMITERS = ['**', '*', '``', '_`', '`', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Markup as it stands in a text: what it encloses, and where it ends. */
export interface Mark {
  readonly delimiter: Delimiter;
  readonly content: string;
  /** Of interpreted text, before or behind it. */
  readonly role: string | undefined;
  /** Underscores behind it, which make a link of it. */
  readonly link: boolean;
  readonly end: number;
}

const ROLE = /:([A-Za-z][\w.+-]{0,60}(?::[\w.+-]{1,60})?):(?=`)/y;
/** What may follow the last character of a delimiter that closes. */
const SUFFIX = {
  '`': /(?:(__?)|:([A-Za-z][\w.+-]{0,60}):)?(?=[\s'")\]}>\-/:\\.,;!?]|(?![!-~])\p{P}|$)/uy,
  other: /(__?)?(?=[\s'")\]}>\-/:\\.,;!?]|(?![!-~])\p{P}|$)/uy,
};
const BEFORE = /[\s'"([{<\-/:]|(?![!-~])\p{P}/u;
const CLOSERS: Readonly<Record<string, string>> = { "'": "'", '"': '"', '(': ')', '[': ']', '{': '}', '<': '>' };

/**
 * The markup that begins at an index, by the rules of docutils: after white space or punctuation, not before white space,
 * nor in quotes of its own.
 *
 * @param endless delimiters of which none that closes is left, so that each is looked for only once
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
  const mark = closed(text, from, delimiter, role);
  if (mark === undefined) endless.add(delimiter);
  return mark;
}

function closed(text: string, from: number, delimiter: Delimiter, role: string | undefined): Mark | undefined {
  const closer = delimiter === '_`' ? '`' : delimiter;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\' && delimiter !== '``') at += 1;
    else if (at > from && text.startsWith(closer, at) && !/\s/.test(text[at - 1] ?? '')) {
      const suffix = delimiter === '`' ? SUFFIX['`'] : SUFFIX.other;
      suffix.lastIndex = at + closer.length;
      const found = suffix.exec(text);
      if (found === null) continue;
      const [{ length }, underscores, after] = found;
      const content = text.slice(from, at);
      return {
        delimiter,
        content,
        role: role ?? after,
        link: underscores !== undefined,
        end: at + closer.length + length,
      };
    }
  }
  return undefined;
}

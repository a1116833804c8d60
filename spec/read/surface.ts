/** What a page is written in. */
export type Surface = 'markdown' | 'rst';

/** What only one of the two has: directives, labels, roles, and tables drawn with characters. */
const RST = /^ *(?:\.\. (?:_[^:\s][^:]*:$|[\w-]+::)|\+[-=]{2,}[-=+]*\+$|={2,} [= ]*=$)|^:[\w-]+: |^[^`]*:ref:`/;
const MARKDOWN = /^(?:#{1,6} | *(?:```|~~~))|<\/?(?:table|a|td|tr)[ >]|^ *\|? *:?-{3,}:? *\|/i;

/**
 * What a page is written in, by its marks rather than by the ending of its name: a page may have none, or another one.
 * The ending decides where there are as many marks of either.
 */
export function surfaceOf(name: string, text: string): Surface {
  let balance = 0;
  for (const line of text.split(/\r\n?|\n/)) balance += Number(RST.test(line)) - Number(MARKDOWN.test(line));
  if (balance !== 0) return balance > 0 ? 'rst' : 'markdown';
  return /\.(?:rst|rest|txt)$/i.test(name) ? 'rst' : 'markdown';
}

/** The markup language of a page. */
export type Surface = 'markdown' | 'rst';

/** Marks of only one of the two: directives, labels, roles, and tables drawn with characters. */
const RST = /^ *(?:\.\. (?:_[^:\s][^:]*:$|[\w-]+::)|\+[-=]{2,}[-=+]*\+$|={2,} [= ]*=$)|^:[\w-]+: |^[^`]*:ref:`/;
const MARKDOWN = /^(?:#{1,6} | *(?:```|~~~))|<\/?(?:table|a|td|tr)[ >]|^ *\|? *:?-{3,}:? *\|/i;

/**
 * The markup language of a page, by its marks rather than by the ending of its name, because the ending may be missing
 * or wrong. The ending decides if both have the same number of marks.
 */
export function surfaceOf(name: string, text: string): Surface {
  let balance = 0;
  for (const line of text.split(/\r\n?|\n/)) balance += Number(RST.test(line)) - Number(MARKDOWN.test(line));
  if (balance !== 0) return balance > 0 ? 'rst' : 'markdown';
  return /\.(?:rst|rest|txt)$/i.test(name) ? 'rst' : 'markdown';
}

import type { ParameterRow } from '../../read/page.ts';
import { NAME } from '../../read/table.ts';

const KEY = String.raw`["“'‘*]*([A-Za-z_][\w.:-]{0,60})["”'’*]*\s?\([^()]{1,60}\)`;
const LISTED = new RegExp(
  `(?:包含|包括|\\b(?:sub-?parameters|parameters|keys|fields|members) (?:include|are)|\\bincludes?|\\bconsists? of):?\\s*(?<list>${KEY}(?:\\s*(?:,\\s*(?:and\\s+)?|、|和|与|\\band\\b)\\s*${KEY}){1,20})`,
  'iu',
);

/** The keys of an object that its own cell lists, each with its meaning in brackets: `in_use (used)`. */
export function spelledKeys({ sentences }: ParameterRow): readonly string[] {
  for (const { text } of sentences) {
    const list = text.length > 2000 ? undefined : LISTED.exec(text)?.groups?.list;
    if (list === undefined) continue;
    const names = [...list.matchAll(new RegExp(KEY, 'gu'))].map(([, name = '']) => name);
    return [...new Set(names)].filter((name) => NAME.test(name));
  }
  return [];
}

/** A sentence without its list of keys, whose meanings bound nothing. */
export function withoutKeys(text: string): string {
  return text.length > 2000 ? text : text.replace(LISTED, '');
}

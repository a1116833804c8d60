import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type MarkdownNode, nodesOf, readMarkdown } from './reports/tree.ts';

const read = (file: string) => readMarkdown(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
const [english, chinese] = [read('README.md'), read('README.zh-CN.md')];

interface Node extends MarkdownNode {
  readonly depth?: number;
  readonly lang?: string | null;
  readonly url?: string;
}

const of = (type: string, page: MarkdownNode) => nodesOf(type, page) as readonly Node[];

/** The places that links lead to, those within the page aside, for its headings are translated. */
const links = (page: MarkdownNode) =>
  of('link', page)
    .map(({ url = '' }) => url)
    .filter((url) => !url.startsWith('#') && !url.startsWith('README'))
    .sort();

/** Inline code is names, flags and values, none of which is translated. */
const names = (page: MarkdownNode) => [...new Set(of('inlineCode', page).map(({ value }) => value))].sort();

test('README in Chinese has the headings, tables, code and links of the English one', () => {
  const depths = (page: MarkdownNode) => of('heading', page).map(({ depth }) => depth);
  expect(depths(chinese)).toEqual(depths(english));
  const code = (page: MarkdownNode) => of('code', page).map(({ lang, value }) => [lang, value]);
  expect(code(chinese)).toEqual(code(english));
  for (const type of ['tableRow', 'tableCell', 'listItem', 'strong']) {
    expect(of(type, chinese).length, type).toBe(of(type, english).length);
  }
  expect(links(chinese)).toEqual(links(english));
  expect(names(chinese)).toEqual(names(english));
});

test('each README leads to the other, and to its own headings', () => {
  const urls = (page: MarkdownNode) => of('link', page).map(({ url }) => url);
  expect(urls(english)).toContain('README.zh-CN.md');
  expect(urls(chinese)).toContain('README.md');
  for (const page of [english, chinese]) {
    const anchors = of('heading', page).map((heading) => `#${slug(heading)}`);
    for (const url of urls(page)) if (url?.startsWith('#')) expect(anchors).toContain(url);
  }
});

/** The anchor that GitHub gives a heading. */
function slug(heading: MarkdownNode): string {
  const text = [...nodesOf('text', heading), ...nodesOf('inlineCode', heading)].map(({ value }) => value).join('');
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');
}

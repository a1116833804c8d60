import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { setUpCall, teardownCall } from '../targets/providers/protocol.ts';
import { type MarkdownNode, nodesOf, readMarkdown } from './reports/tree.ts';

const read = (file: string) => readMarkdown(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
const [english, chinese] = [read('README.md'), read('README.zh-CN.md')];

interface Node extends MarkdownNode {
  readonly lang?: string | null;
  readonly url?: string;
}

const of = (type: string, page: MarkdownNode) => nodesOf(type, page) as readonly Node[];

/** Inline code is names, flags and values, none of which is translated. */
const names = (page: MarkdownNode) => [...new Set(of('inlineCode', page).map(({ value }) => value))];
const code = (page: MarkdownNode) => of('code', page).map(({ lang, value }) => `${lang}\n${value}`);
const urls = (page: MarkdownNode) => of('link', page).map(({ url = '' }) => url);

test('README is read in five minutes', () => {
  const text = readFileSync(new URL('../README.md', import.meta.url));
  expect(text.byteLength).toBeLessThanOrEqual(9 * 1024);
});

test('README shows the messages of the state hook as they are sent', () => {
  const messages = names(english).filter((text = '') => text.startsWith('{"state"'));
  const wish = { size: 10, status: 'available', multiattach: false, servers: [] };
  const sent = [setUpCall(wish), teardownCall({ project: '0f3b', id: '5f2c' })];
  expect(messages.map((text = '') => JSON.parse(text))).toEqual(sent);
});

test('README in Chinese has no command, name or value that the English one has not', () => {
  expect(code(chinese).length).toBeGreaterThan(1);
  for (const [what, of] of Object.entries({ code, names }))
    expect(
      of(chinese).filter((one) => !of(english).includes(one)),
      what,
    ).toEqual([]);
});

test('it has the quick start and every verdict, with the exit code of the English one', () => {
  expect(code(chinese)[0]).toBe(code(english)[0]);
  const verdicts = (page: MarkdownNode) =>
    of('tableRow', page)
      .map((row) => of('tableCell', row).map((cell) => [...nodesOf('inlineCode', cell), ...nodesOf('text', cell)]))
      .filter(([, exit]) => /^[0-3]$/.test(exit?.[0]?.value ?? ''))
      .map(([verdict, exit]) => [verdict?.[0]?.value, exit?.[0]?.value]);
  expect(verdicts(chinese)).toEqual(verdicts(english));
  expect(verdicts(english)).toHaveLength(4);
});

test('each README leads to the other, and to headings that are there', () => {
  expect(urls(english)).toContain('README.zh-CN.md');
  expect(urls(chinese)).toContain('README.md');
  const anchors = { english: anchorsOf(english), chinese: anchorsOf(chinese) };
  for (const url of urls(english)) if (url.startsWith('#')) expect(anchors.english).toContain(url);
  for (const url of urls(chinese)) {
    if (url.startsWith('#')) expect(anchors.chinese).toContain(url);
    if (url.startsWith('README.md#')) expect(anchors.english).toContain(url.slice('README.md'.length));
  }
});

const anchorsOf = (page: MarkdownNode): readonly string[] => of('heading', page).map((heading) => `#${slug(heading)}`);

/** The anchor that GitHub gives a heading. */
function slug(heading: MarkdownNode): string {
  const text = [...nodesOf('text', heading), ...nodesOf('inlineCode', heading)].map(({ value }) => value).join('');
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');
}

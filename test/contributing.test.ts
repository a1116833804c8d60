import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../spec/root.ts';
import { userPages } from './docs/pages.ts';
import { type MarkdownNode, nodesOf, readMarkdown } from './reports/tree.ts';
import { committed } from './spec/committed.ts';

const read = (path: string): string => readFileSync(join(packageRoot(), path), 'utf8');
const pages = [
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'ARCHITECTURE.md',
  'selftest/results.md',
  ...userPages,
];

test.each(pages)('%s leads to files that are there', (page) => {
  const urls = (nodesOf('link', readMarkdown(read(page))) as readonly (MarkdownNode & { readonly url: string })[])
    .map(({ url }) => url.split('#', 1)[0] ?? '')
    .filter((url) => url !== '' && !url.includes('://'));
  for (const url of urls) expect(existsSync(join(packageRoot(), posix.join(posix.dirname(page), url))), url).toBe(true);
});

describe('CONTRIBUTING.md', () => {
  const text = read('CONTRIBUTING.md');

  test('shows the check that it explains as it stands in its file', () => {
    const [, path = '', code = ''] = /^ *\/\/ (\S+\.ts)\n([^`]+)```/m.exec(text) ?? [];
    expect(read(path)).toContain(code.replaceAll(/^ {3}/gm, '').trim());
  });

  test('calls scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const called = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    expect(called.length).toBeGreaterThan(0);
    for (const name of called) expect(Object.keys(scripts)).toContain(name);
  });
});

test('docs/contracts.md has a row for each contract, with its page', () => {
  const rows = [...read('docs/contracts.md').matchAll(/^\| `([^`]+)` \| \[[^\]]+\]\(\.\.\/([^)]+)\)/gm)];
  expect(rows.map(([, id]) => id).toSorted()).toEqual(committed.map(({ id }) => id).toSorted());
  for (const [, id, page = ''] of rows) expect(posix.parse(page).name).toBe(id);
});

test('docs/how-it-works.md is one page, and explains six words', () => {
  const text = read('docs/how-it-works.md');
  expect(text.split('\n').length).toBeLessThan(80);
  const words = [...text.matchAll(/^\| \*\*(\w+)\*\* \|/gm)].map(([, word]) => word);
  expect(words).toEqual(['oracle', 'fixture', 'lease', 'control', 'judge', 'twin']);
});

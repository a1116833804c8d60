import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { markdownPage } from '../spec/derive/folder/small-pages.ts';
import { folderOf } from '../spec/derive/folder/temporary.ts';
import { expectValid } from '../spec/openapi/validators.ts';
import { run } from './fake-io.ts';

const rack = '/v2/{project_id}/racks/{rack_id}';

/** Two pages, below `pages`, and a file that is none. */
const pagesWith = (others: Readonly<Record<string, string>> = {}): string =>
  folderOf({
    'pages/a.md': markdownPage({ path: rack }),
    'pages/b.md': markdownPage({ path: '/v2/{project_id}/shelves' }),
    'pages/README.md': '# Pages\n',
    ...others,
  });

interface WrittenDocument {
  readonly paths: object;
}

describe('derive --openapi', () => {
  test('writes the document of a page alone', async () => {
    const root = pagesWith();
    const file = join(root, 'new/rack.json');
    expect(await run(['derive', join(root, 'pages/a.md'), '--openapi', file])).toEqual({
      code: 0,
      out: `wrote an OpenAPI document of 1 contract to ${file}\n`,
      err: '',
    });
    const document = JSON.parse(readFileSync(file, 'utf8')) as WrittenDocument;
    await expectValid(document);
    expect(Object.keys(document.paths)).toEqual([rack]);
    expect(readdirSync(join(root, 'new'))).toEqual(['rack.json']);
  });

  test('writes that of a folder, in JSON or YAML the same, beside the contracts or alone', async () => {
    const root = pagesWith();
    const [json, yaml, contracts] = [join(root, 'all.json'), join(root, 'all.YML'), join(root, 'contracts')];
    const { code, out } = await run(['derive', join(root, 'pages'), '--openapi', json]);
    expect(code).toBe(0);
    expect(out).toContain(`\nwrote an OpenAPI document of 2 contracts to ${json}\n`);
    await run(['derive', join(root, 'pages'), '-o', contracts, '--openapi', yaml]);
    const document = JSON.parse(readFileSync(json, 'utf8')) as WrittenDocument;
    await expectValid(document);
    expect(Object.keys(document.paths)).toEqual([rack, '/v2/{project_id}/shelves']);
    expect(parse(readFileSync(yaml, 'utf8'))).toEqual(document);
    expect(readdirSync(contracts)).toHaveLength(4);
  });

  test('holds of two pages of one id the one that is kept', async () => {
    const old = markdownPage({ path: rack, title: 'Query a rack (Deprecated)' });
    const root = pagesWith({ 'pages/0.md': old });
    const file = join(root, 'all.json');
    await run(['derive', join(root, 'pages'), '--openapi', file]);
    const document = JSON.parse(readFileSync(file, 'utf8')) as WrittenDocument;
    expect(Object.keys(document.paths)).toHaveLength(2);
    expect(JSON.stringify(document)).not.toContain('"deprecated":true');
  });
});

describe('nothing is written, and exit 3', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['another ending', ['pages', '--openapi', 'all.txt'], /ends in \.json, \.yaml, \.yml, not/],
    ['a folder as file', ['pages', '--openapi', 'x.json'], /--openapi writes a file, but .*x\.json/],
    ['a file below a file', ['pages', '--openapi', 'pages/a.md/all.json'], /a\.md is a file; name a folder/],
    ['a file among the contracts', ['pages', '-o', 'out', '--openapi', 'out/all.json'], /among the contracts of -o/],
    ['one file for both', ['pages/a.md', '-o', 'a.json', '--openapi', 'a.json'], /among the contracts of -o/],
    ['a comparison', ['pages/a.md', '--check', 'a.json', '--openapi', 'b.json'], /--openapi writes and --check/],
    ['no page', ['x.json', '--openapi', 'all.json'], /has no page of an operation/],
  ])('%s', async (_what, argv, message) => {
    const root = pagesWith({ 'x.json/note.txt': '' });
    const inRoot = argv.map((word) => (word.startsWith('-') ? word : join(root, word)));
    const { code, err } = await run(['derive', ...inRoot]);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(message) });
    expect(readdirSync(root).toSorted()).toEqual(['pages', 'x.json']);
    expect(readdirSync(join(root, 'pages')).toSorted()).toEqual(['README.md', 'a.md', 'b.md']);
  });
});

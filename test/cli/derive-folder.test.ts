import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deriveCommand } from '../../cli/derive.ts';
import { markdownPage, rstPage } from '../spec/derive/folder/small-pages.ts';
import { folderOf } from '../spec/derive/folder/temporary.ts';
import { run } from './fake-io.ts';

const rack = '/v2/{project_id}/racks/{rack_id}';

/** Two good pages, and by what is added any others. */
function pagesWith(others: Readonly<Record<string, string>> = {}): string {
  return folderOf({
    'pages/a.md': markdownPage({ path: rack, says: 'The name, at most 64 bytes long.' }),
    'pages/b/c.rst': rstPage({ path: '/v2/{project_id}/shelves', title: 'Query shelves (Deprecated)' }),
    ...Object.fromEntries(Object.entries(others).map(([name, text]) => [`pages/${name}`, text])),
  });
}

const filesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

describe('derive DIR -o DIR', () => {
  test('writes each contract with its provenance, and says what became of each page', async () => {
    const root = pagesWith({ 'README.md': '# Pages\n' });
    const target = join(root, 'new/contracts');
    const { code, out, err } = await run(['derive', join(root, 'pages'), '-o', target]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`file     id                    kind  deprecated  fields  constraints  unparsed
a.md     v2.get.racks.rack_id  read  no               3            1         0
b/c.rst  v2.get.shelves        read  yes              2            0         0

no operation page:
  README.md

2 operation pages: 2 derived, 0 refused, 1 more without an operation, 5 fields, 1 constraints, 0 unparsed
wrote 2 contracts to ${target}
`);
    expect(readdirSync(target).sort()).toEqual([
      'v2.get.racks.rack_id.json',
      'v2.get.racks.rack_id.provenance.en.json',
      'v2.get.shelves.json',
      'v2.get.shelves.provenance.en.json',
    ]);
    expect((await run(['list', '--contract', join(target, 'v2.get.shelves.json')])).out).toContain(
      'success:/name, line',
    );
  });

  test('writes the same bytes twice, and those that the page alone gives', async () => {
    const root = pagesWith();
    const [one, two] = [join(root, 'one'), join(root, 'two')];
    await run(['derive', join(root, 'pages'), '-o', one]);
    await run(['derive', join(root, 'pages'), '-o', two]);
    expect(filesIn(one)).toEqual(filesIn(two));
    const { out } = await run(['derive', join(root, 'pages/a.md')]);
    expect(filesIn(one)['v2.get.racks.rack_id.json']).toBe(out);
  });

  test('goes on after a page that is refused, and exits 3', async () => {
    const root = pagesWith({ 'a-half.md': markdownPage({ path: rack }).split('## Response')[0] ?? '' });
    const { code, out } = await run(['derive', join(root, 'pages'), '-o', join(root, 'out')]);
    expect(code).toBe(3);
    expect(out).toContain('\nrefused:\n  a-half.md:1: the section "response" is missing; head it one of: ');
    expect(out).toContain('\n3 operation pages: 2 derived, 1 refused, 5 fields,');
    expect(readdirSync(join(root, 'out'))).toHaveLength(4);
  });

  test('leaves of two pages of one id the one that is not deprecated, and names the other', async () => {
    const root = pagesWith({
      '0.md': markdownPage({ path: rack, title: 'Query a rack (Deprecated)' }),
      'tags.md': markdownPage({ path: '/v2/{project_id}/racks/tags' }),
      'rack-tags.md': markdownPage({ path: `${rack}/tags` }),
    });
    const { code, out } = await run(['derive', join(root, 'pages'), '-o', join(root, 'out')]);
    expect(code).toBe(0);
    expect(out).toContain(`pages of one id:
  rack-tags.md: its id is v2.get.racks.rack_id.tags, because tags.md has the id v2.get.racks.tags (GET /v2/{project_id}/racks/tags)
  0.md: no contract, because a.md has the id v2.get.racks.rack_id: it is deprecated, and the other is not
`);
    const written = filesIn(join(root, 'out'));
    expect(written['v2.get.racks.rack_id.json']).toContain('"deprecated": false');
    expect(written['v2.get.racks.rack_id.tags.json']).toContain('"id": "v2.get.racks.rack_id.tags"');
    expect(Object.keys(written)).toHaveLength(8);
  });

  test('ends a page that takes too long, and goes on', () => {
    const slow = `${markdownPage({ path: rack })}\n${`${'**a*'.repeat(4000)}\n`.repeat(14)}`;
    const root = pagesWith({ 'a-slow.md': slow });
    let out = '';
    const io = {
      out: (text: string) => {
        out += text;
      },
      err: () => {},
      env: {},
      stopped: async () => {},
    };
    expect(deriveCommand([join(root, 'pages')], { output: join(root, 'out') }, io, 1500)).toBe(3);
    expect(out).toContain('a-slow.md:1: the page was not read within 1.5 s; remove');
    expect(out).toContain('3 operation pages: 2 derived, 1 refused');
  });
});

test('without -o nothing is written', async () => {
  const root = pagesWith();
  const { code, out } = await run(['derive', join(root, 'pages')]);
  expect(code).toBe(0);
  expect(out).toContain('2 operation pages: 2 derived, 0 refused');
  expect(readdirSync(root)).toEqual(['pages']);
});

describe('derive DIR --check DIR', () => {
  test('is 0 where nothing differs, and else names the first difference of each, and what only one has', async () => {
    const root = pagesWith();
    const [pages, contracts] = [join(root, 'pages'), join(root, 'out')];
    await run(['derive', pages, '-o', contracts]);
    expect(await run(['derive', pages, '--check', contracts])).toMatchObject({
      code: 0,
      out: expect.stringContaining(`the contracts of ${contracts} match ${pages}\n`),
    });
    const file = join(contracts, 'v2.get.racks.rack_id.json');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('64', '65'));
    rmSync(join(contracts, 'v2.get.shelves.json'));
    writeFileSync(join(contracts, 'v2.get.others.json'), '{}');
    const before = filesIn(contracts);
    const { code, out } = await run(['derive', pages, '--check', contracts]);
    expect(code).toBe(1);
    expect(out.split('\n').slice(-4, -1)).toEqual([
      `${join(contracts, 'v2.get.others.json')}: no page here is of this contract`,
      expect.stringMatching(
        /v2\.get\.racks\.rack_id\.json:\d+: has "\\"maxBytes\\": 65", derived "\\"maxBytes\\": 64"$/,
      ),
      `${join(contracts, 'v2.get.shelves.json')}: there is no contract of this page`,
    ]);
    expect(filesIn(contracts)).toEqual(before);
  });
});

describe('a folder that cannot be derived', () => {
  test.each<[string, (root: string) => readonly string[], RegExp]>([
    [
      'a file as target',
      (root) => [join(root, 'pages'), '-o', join(root, 'pages/a.md')],
      /a\.md is a file; name a folder/,
    ],
    [
      'a target below a file',
      (root) => [join(root, 'pages'), '-o', join(root, 'pages/a.md/x')],
      /a\.md is a file; name/,
    ],
    [
      'a file to compare',
      (root) => [join(root, 'pages'), '--check', join(root, 'pages/a.md')],
      /is not a folder: --check/,
    ],
    [
      'one id for all',
      (root) => [join(root, 'pages'), '--id', 'mine'],
      /--id names one contract, but a folder has many/,
    ],
    ['a folder for one', (root) => [join(root, 'pages/a.md'), '-o', root], /is a folder, but the contract of one page/],
    [
      'no folder at all',
      (root) => [join(root, 'none'), '-o', join(root, 'out')],
      /cannot read the page .*no such file/,
    ],
  ])('%s: exit 3, and nothing is written', async (_what, argv, message) => {
    const root = pagesWith();
    const { code, out, err } = await run(['derive', ...argv(root)]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(message);
    expect(readdirSync(root)).toEqual(['pages']);
  });

  test('no page of an operation in it: exit 3', async () => {
    const root = folderOf({ 'README.md': '# Nothing\n', 'x.txt': '' });
    const { code, out, err } = await run(['derive', root, '-o', join(root, 'out')]);
    expect(code).toBe(3);
    expect(out).toContain('no operation page:\n  README.md\n');
    expect(err).toMatch(/has no page of an operation \(\.md, \.markdown, \.rst\)/);
    expect(existsSync(join(root, 'out'))).toBe(false);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { writeReports } from '../../main/report-folder/files.ts';
import schema from '../../schemas/diff.schema.json' with { type: 'json' };
import { findContract } from '../../spec/load.ts';
import { samples } from '../reports/sample.ts';
import { markdownPage } from '../spec/derive/folder/small-pages.ts';
import { folderOf } from '../spec/derive/folder/temporary.ts';
import { edit, english } from '../spec/derive/page-texts.ts';
import { run } from './fake-io.ts';

const smaller = edit(english, '32768', '1000');
const validate = new Ajv2020({ strict: true }).compile(schema);

describe('diff of two pages', () => {
  test('exits 1 where a verdict can be another one, and says whose', async () => {
    const root = folderOf({ 'old.md': english, 'new.md': smaller });
    const { code, out, err } = await run(['diff', join(root, 'old.md'), join(root, 'new.md')]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toBe(`POST /v2/{project_id}/cloudvolumes/{volume_id}/action with os-extend
  ${root}/old.md → ${root}/new.md
  tightening  request /os-extend/new_size: maximum 32768 → 1000
    verdicts: size.greater, size.maximum, size.over-maximum, decimal.accepted, decimal.upper-bound
  vocabulary  page: 2 facts in other words
  verdicts can change: 5 rows
`);
  });

  test('exits 0 where none can', async () => {
    const root = folderOf({ 'old.md': english, 'new.md': edit(english, 'map&lt;string, int&gt;', 'Object') });
    const { code, out } = await run(['diff', join(root, 'old.md'), join(root, 'new.md')]);
    expect(code).toBe(0);
    expect(out).toContain('wire-neutral  request.action: type map<string, int> → object');
    expect(out).toMatch(/no verdict can change\n$/);
  });

  test('nothing changed from a page to itself, or to its contract', async () => {
    const page = join(folderOf({ 'page.md': english }), 'page.md');
    expect((await run(['diff', page, page])).out).toMatch(/\n {2}nothing changed\n$/);
    const { code, out } = await run(['diff', 'extend-volume', page]);
    expect(code).toBe(0);
    expect(out).toContain('none  contract: id extend-volume → v2.post.cloudvolumes.action.os-extend');
  });
});

test('--json writes what its schema says', async () => {
  const root = folderOf({ 'old.md': english, 'new.md': smaller });
  const file = join(root, 'made/diff.json');
  await run(['diff', join(root, 'old.md'), join(root, 'new.md'), '--json', file]);
  const found = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly operations: readonly { readonly changes: readonly object[] }[];
  };
  expect([validate(found), validate.errors]).toEqual([true, null]);
  expect(found).toMatchObject({ verdictsCanChange: true, added: [], removed: [], report: null });
  expect(found.operations[0]?.changes[0]).toMatchObject({
    class: 'tightening',
    where: 'request /os-extend/new_size',
    what: 'maximum 32768 → 1000',
  });
});

describe('diff of folders', () => {
  const rack = '/v2/{project_id}/racks/{rack_id}';
  const folders = () =>
    folderOf({
      'old/a.md': markdownPage({ path: rack, says: 'The name, at most 64 bytes long.' }),
      'old/b.md': markdownPage({ path: '/v2/{project_id}/shelves' }),
      'old/same.md': markdownPage({ path: '/v2/{project_id}/same' }),
      'new/c.md': markdownPage({ path: rack, says: 'The name, at most 32 bytes long.' }),
      'new/d.md': markdownPage({ path: '/v2/{project_id}/boxes' }),
      'new/same.md': markdownPage({ path: '/v2/{project_id}/same' }),
    });

  test('operations are matched, and those of one folder alone are listed', async () => {
    const root = folders();
    const { code, out, err } = await run(['diff', join(root, 'old'), join(root, 'new')]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(
      out,
    ).toBe(`operation                             breaking  tightening  loosening  metadata  wire-neutral  vocabulary  none
GET /v2/{project_id}/racks/{rack_id}         0           1          0         0             0           1     0

added:
  GET /v2/{project_id}/boxes  d.md

removed:
  GET /v2/{project_id}/shelves  b.md

GET /v2/{project_id}/racks/{rack_id}
  a.md → c.md
  tightening  answer /name: maxBytes 64 → 32
    verdicts: no suite says which
  vocabulary  page: 1 fact in other words
  verdicts can change

2 operations of both: 1 changed, 1 of them in a way that can change a verdict; 1 added, 1 removed
`);
  });

  test('pages are compared with the contracts that were made of them', async () => {
    const root = folders();
    await run(['derive', join(root, 'old'), '-o', join(root, 'contracts')]);
    const { code, out } = await run(['diff', join(root, 'contracts'), join(root, 'old')]);
    expect({ code, out }).toEqual({
      code: 0,
      out: '3 operations of both: 0 changed, 0 of them in a way that can change a verdict; 0 added, 0 removed\n',
    });
  });

  test('of a single page, its operation is looked for in the folder', async () => {
    const root = folders();
    const { out } = await run(['diff', join(root, 'old/a.md'), join(root, 'new')]);
    expect(out).toContain('answer /name: maxBytes 64 → 32');
    const { code, err } = await run(['diff', join(root, 'old/b.md'), join(root, 'new')]);
    expect(code).toBe(3);
    expect(err).toContain('/new has nothing about GET /v2/{}/shelves, the operation of');
  });

  test('a page that cannot be derived is named, and nothing certain can be said', async () => {
    const root = folderOf({
      'old/a.md': markdownPage({ path: rack }),
      'new/a.md': markdownPage({ path: rack }),
      'new/bad.md': '# x\n\n## URI\n\n- Format\n\n  GET /v2/{a}/{a}\n',
    });
    const { code, err } = await run(['diff', join(root, 'old'), join(root, 'new')]);
    expect(code).toBe(3);
    expect(err).toMatch(/^not compared: bad\.md:\d+: /);
  });
});

describe('diff --report', () => {
  const reportOf = (sha256: string) => {
    const root = folderOf({ 'new.md': smaller });
    const contract = { ...samples.conformant.contract, id: 'extend-volume', sha256 };
    writeReports(root, { ...samples.conformant, contract });
    return { page: join(root, 'new.md'), report: join(root, 'report.json'), root };
  };

  test('says which rows hold, and which have to be judged again', async () => {
    const { page, report, root } = reportOf(findContract('extend-volume').sha256);
    writeFileSync(join(root, 'old.md'), english);
    for (const [first, named] of [
      ['extend-volume', report],
      ['extend-volume', root],
      [join(root, 'old.md'), report],
    ] as const) {
      const { code, out, err } = await run(['diff', first, page, '--report', named]);
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(out).toMatch(
        /\nof the report, \d+ rows still hold; to be judged again: \d+ rows?\n( {2}[a-z.-]+ {2}was: pass\n)+$/,
      );
    }
  });

  test('refuses the report of another contract', async () => {
    const { page, report } = reportOf('0'.repeat(64));
    const { code, err } = await run(['diff', 'extend-volume', page, '--report', report]);
    expect(code).toBe(3);
    expect(err).toContain('is by another contract, extend-volume 000000000000 (extend-volume is ');
  });
});

test.each<readonly [string, readonly string[], string]>([
  ['one thing alone', ['extend-volume'], 'diff takes two contracts, pages or folders, and 1 were given'],
  ['an unknown id', ['extend-volume', 'extend-volum'], 'unknown contract "extend-volum": did you mean extend-volume?'],
  ['a missing contract', ['no.json', 'extend-volume'], 'no.json: it cannot be read (ENOENT'],
  ['a missing page', ['extend-volume', 'no.md'], 'cannot read the page no.md: there is no such file'],
  ['different operations', ['extend-volume', 'delete-volume'], 'these are different operations: POST /v2'],
  ['a missing report', ['extend-volume', 'extend-volume', '--report', 'no.json'], 'cannot read the report no.json'],
])('diff refuses %s', async (_, names, message) => {
  const { code, out, err } = await run(['diff', ...names]);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toContain(message);
});

test('diff refuses a contract of format 1 and a folder without pages, and writes nothing', async () => {
  const root = folderOf({ 'old.json': '{"format": 1}', 'empty/notes.txt': 'x' });
  const json = join(root, 'diff.json');
  const old = await run(['diff', join(root, 'old.json'), 'extend-volume', '--json', json]);
  expect(old.code).toBe(3);
  expect(old.err).toContain('this is a contract of format 1, and format 2 is read; derive its page again');
  const empty = await run(['diff', join(root, 'empty'), 'extend-volume', '--json', json]);
  expect(empty.code).toBe(3);
  expect(empty.err).toContain('has neither a page of an operation (.md, .markdown, .rst) nor a contract (.json)');
  expect(() => readFileSync(json)).toThrow('ENOENT');
  writeFileSync(join(root, 'taken'), '');
  const unwritten = await run(['diff', 'extend-volume', 'extend-volume', '--json', join(root, 'taken/diff.json')]);
  expect(unwritten.code).toBe(3);
});

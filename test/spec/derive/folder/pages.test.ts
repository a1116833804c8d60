import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FolderError, findPages, readPageFile } from '../../../../spec/derive/folder/pages.ts';
import { MAX_PAGE_BYTES } from '../../../../spec/read/admit.ts';
import { NoOperationError } from '../../../../spec/read/errors.ts';
import { folderOf } from './temporary.ts';

it('finds pages by the endings of their names, in the order of the names, and no hidden folder', () => {
  const root = folderOf({
    'z.MD': '',
    'b/a.rst': '',
    'a.markdown': '',
    'notes.txt': '',
    '.git/x.md': '',
    'b/c/d.md': '',
  });
  expect(findPages(root)).toEqual({ pages: ['a.markdown', 'b/a.rst', 'b/c/d.md', 'z.MD'], links: [], closed: [] });
});

it('follows no link, for it may lead anywhere', () => {
  const root = folderOf({ 'in/a.md': '', 'out/b.md': '' });
  symlinkSync(join(root, 'out'), join(root, 'in/linked'));
  symlinkSync(join(root, 'in'), join(root, 'in/round'));
  symlinkSync(join(root, 'out/b.md'), join(root, 'in/c.md'));
  expect(findPages(join(root, 'in'))).toEqual({ pages: ['a.md'], links: ['c.md', 'linked', 'round'], closed: [] });
});

it('refuses a folder of far more pages than a reference has', () => {
  const root = folderOf(Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`${at}.md`, ''])));
  expect(() => findPages(root)).toThrow(FolderError);
  expect(() => findPages(root)).toThrow('has more than 5000 pages: give the folder of one reference');
});

it('refuses a folder that is not there', () => {
  expect(() => findPages(join(folderOf({}), 'none'))).toThrow(FolderError);
});

it.skipIf(process.getuid?.() === 0)(
  'names a folder that it may not read, and goes on (skipped for root, who may)',
  () => {
    const root = folderOf({ 'a.md': '', 'closed/b.md': '' });
    chmodSync(join(root, 'closed'), 0);
    const found = findPages(root);
    chmodSync(join(root, 'closed'), 0o700);
    expect(found).toEqual({ pages: ['a.md'], links: [], closed: [{ folder: 'closed', why: 'permission denied' }] });
  },
);

it('reads no page that is too long, and says how long it is', () => {
  const long = `\n    GET /v2/racks\n${'a'.repeat(10_000_000)}`;
  const root = folderOf({ 'long.md': long, 'history.md': long.slice(20), 'most.md': 'a'.repeat(MAX_PAGE_BYTES) });
  expect(() => readPageFile(root, 'long.md')).toThrow('long.md:1: the page has 10000019 bytes, more than 262144');
  expect(() => readPageFile(root, 'history.md')).toThrow(NoOperationError);
  expect(readPageFile(root, 'most.md')).toHaveLength(MAX_PAGE_BYTES);
  expect(() => readPageFile(root, 'none.md')).toThrow('none.md:1: it cannot be read');
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageNow } from '../../cli/page-now.ts';
import { findContract } from '../../spec/load.ts';
import { folderOf } from '../spec/derive/folder/temporary.ts';
import { edit, english } from '../spec/derive/page-texts.ts';
import { run } from './fake-io.ts';

const loaded = findContract('extend-volume');

test('the page of a contract is told from a text that is another one', () => {
  const root = folderOf({ 'page.md': english, 'new.md': edit(english, '32768', '1000') });
  const told = (name: string) => pageNow(join(root, name), [loaded], ['extend-volume']);
  const contract = `the contract extend-volume (${loaded.sha256.slice(0, 12)})`;
  expect(told('page.md')).toBe(`${contract} was derived from the page ${root}/page.md\n`);
  expect(told('new.md')).toBe(
    `THE PAGE CHANGED: ${contract} was derived from another text than ${root}/new.md: evs-conformance diff extend-volume ${root}/new.md says what changed\n`,
  );
  expect(pageNow(join(root, 'new.md'), [{ ...loaded, pages: [] }], ['x.json'])).toContain(
    `no provenance next to ${contract} says which page it was derived from: evs-conformance diff x.json `,
  );
});

test('run and verify take --page, and no verdict changes by it', async () => {
  const root = folderOf({ 'new.md': edit(english, '32768', '1000') });
  const page = join(root, 'new.md');
  const report = join(root, 'report');
  const quick = ['--runs', '2', '--extensions', '1', '--seed', '1', '--only', 'size.greater', '--quiet'];
  const ran = await run(['run', '--report', report, ...quick, '--page', page]);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain('evs-conformance: THE PAGE CHANGED: ');
  const verified = await run(['verify', report, '--page', page]);
  expect(verified.code).toBe(0);
  expect(verified.out).toMatch(/^verified: .*\n {2}THE PAGE CHANGED: /s);
});

test('a page is of one contract', async () => {
  const several = await run(['run', '--contract', 'extend-volume,cinder-extend', '--page', 'page.md']);
  expect(several.code).toBe(3);
  expect(several.err).toContain('--page is for one contract, but 2 are named: name one');
  const missing = await run(['run', '--page', 'no.md']);
  expect(missing.code).toBe(3);
  expect(missing.err).toContain('cannot read the page no.md: there is no such file');
});

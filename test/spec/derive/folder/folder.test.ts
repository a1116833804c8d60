import { expect, it } from 'vitest';
import { type Derivation, derive } from '../../../../spec/derive/derive.ts';
import { type ContractSink, type DerivePage, deriveFolder } from '../../../../spec/derive/folder/folder.ts';
import { markdownPage, rstPage } from './small-pages.ts';
import { folderOf } from './temporary.ts';

const rack = '/v2/{project_id}/racks/{rack_id}';
const plainly: DerivePage = (page, id) => derive(page, { id });

/** What is in place in the end, by id. */
function keeping() {
  const kept = new Map<string, Derivation>();
  const sink: ContractSink = {
    keep: (derivation) => void kept.set(derivation.contract.id, derivation),
    drop: ({ id }) => void kept.delete(id),
  };
  return { kept, sink };
}

it('derives pages in either dialect, and goes on where one is refused or of no operation', () => {
  const root = folderOf({
    'disks/a.md': markdownPage({ path: rack, says: 'The name, at most 64 bytes long.' }),
    'disks/b.rst': rstPage({ path: '/v2/{project_id}/shelves/{shelf_id}' }),
    'disks/half.md': markdownPage({ path: rack }).split('## Response')[0] ?? '',
    'disks/index.rst': 'Racks\n=====\n\n.. toctree::\n   :maxdepth: 1\n\n   a\n   b\n',
    'README.md': '# Reference\n\nPages of operations.\n',
    'history.md': '# Change History\n\n| Date | Description |\n| --- | --- |\n| 2024-06-04 | First. |\n',
    'codes.md': '# Status Codes\n\n- Normal\n\n  200 is an answer to GET.\n',
  });
  const { kept, sink } = keeping();
  const found = deriveFolder(root, plainly, sink);
  expect(found.kept.map(({ constraints, fields, file, id }) => ({ constraints, fields, file, id }))).toEqual([
    { file: 'disks/a.md', id: 'v2.get.racks.rack_id', fields: 3, constraints: 1 },
    { file: 'disks/b.rst', id: 'v2.get.shelves.shelf_id', fields: 3, constraints: 0 },
  ]);
  expect(found.refused).toEqual([
    {
      file: 'disks/half.md',
      message: expect.stringMatching(/^disks\/half\.md:1: the section "response" is missing; /),
    },
  ]);
  expect(found.others).toEqual(['README.md', 'codes.md', 'disks/index.rst', 'history.md']);
  expect([...kept.keys()]).toEqual(['v2.get.racks.rack_id', 'v2.get.shelves.shelf_id']);
});

it('keeps the page of an id that is not deprecated, also where it comes later', () => {
  const root = folderOf({
    'a.md': markdownPage({ path: rack, title: 'Query a rack (Deprecated)', says: 'The old name.' }),
    'b.md': markdownPage({ path: rack, says: 'The name, at most 64 bytes long.' }),
  });
  const { kept, sink } = keeping();
  const found = deriveFolder(root, plainly, sink);
  expect(found.passedOver.map(({ page, why }) => [page.file, why])).toEqual([['a.md', 'deprecated']]);
  expect([...kept.values()].map(({ contract }) => contract.operation.deprecated)).toEqual([false]);
});

it('gives the contract of a second operation the id that tells it apart', () => {
  const root = folderOf({
    'a.md': markdownPage({ path: `${rack}/tags` }),
    'b.md': markdownPage({ path: '/v2/{project_id}/racks/tags' }),
  });
  const { kept, sink } = keeping();
  deriveFolder(root, plainly, sink);
  expect(
    [...kept].map(([id, { contract, provenance }]) => [id, contract.operation.path, provenance.contract.id]),
  ).toEqual([
    ['v2.get.racks.rack_id.tags', '/v2/{project_id}/racks/{rack_id}/tags', 'v2.get.racks.rack_id.tags'],
    ['v2.get.racks.tags', '/v2/{project_id}/racks/tags', 'v2.get.racks.tags'],
  ]);
});

it('ends at the bounds of a page, not at a hostile page', () => {
  const deep = Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
  const root = folderOf({
    'a.md': markdownPage({ path: rack }),
    'big.md': new Uint8Array(10_000_000).fill(97),
    'deep.md': `${markdownPage({ path: rack })}\n${deep}`,
    'empty.md': '',
    'nul.md': '\0',
    'quoted.md': `${'> '.repeat(1000)}a`,
    'tags.md': '<div>'.repeat(1000),
  });
  const { kept, sink } = keeping();
  const { others, refused } = deriveFolder(root, plainly, sink);
  expect([...refused.map(({ file }) => file), ...others].sort()).toEqual([
    'big.md',
    'deep.md',
    'empty.md',
    'nul.md',
    'quoted.md',
    'tags.md',
  ]);
  for (const { file, message } of refused) expect(message).toMatch(new RegExp(`^${file}:\\d+: .+; .+`));
  expect(kept.size).toBe(1);
});

it('names a page on which the reader breaks, and goes on', () => {
  const root = folderOf({ 'a.md': markdownPage({ path: rack }), 'b.md': markdownPage({ path: `${rack}/x` }) });
  const breaking: DerivePage = (page, id) => {
    if (page.name === 'a.md') throw new TypeError('no such thing');
    return plainly(page, id);
  };
  const { kept, refused } = deriveFolder(root, breaking, keeping().sink);
  expect(refused.map(({ message }) => message)).toEqual([
    'a.md:1: the reader broke on this page (no such thing); report it, and remove the page until then',
  ]);
  expect(kept.map(({ file }) => file)).toEqual(['b.md']);
});

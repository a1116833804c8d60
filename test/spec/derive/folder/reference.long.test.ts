import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Derivation, derive } from '../../../../spec/derive/derive.ts';
import { deriveFolder, type FolderDerivation } from '../../../../spec/derive/folder/folder.ts';
import { loadContract } from '../../../../spec/load.ts';
import { packageRoot } from '../../../../spec/root.ts';

/** Pages of others; they are not ours to keep, so they are not always there. */
const shared = join(packageRoot(), '../shared/pages');

describe.skipIf(!existsSync(shared))('references of others (skipped where ../shared/pages does not hold them)', () => {
  it('the one of 2021 has these pages, ids and kinds, and its contracts load', async () => {
    const { found, problems } = derived('evs-2021');
    expect(problems).toEqual([]);
    await expect(tableOf(found)).toMatchFileSnapshot('golden/evs-2021.tsv');
  });

  it.each(['evs-2018', 'otc-2024', 'extend-history'])('%s gives contracts that load', (name) => {
    expect(derived(name).problems).toEqual([]);
  });
});

/** A folder of pages, and why contracts of it could not be loaded. */
function derived(name: string) {
  const problems: string[] = [];
  function load({ contract: { id }, text }: Derivation): void {
    try {
      loadContract(text, id);
    } catch (error) {
      problems.push(String(error));
    }
  }
  const sink = { keep: load, drop: () => {} };
  return { found: deriveFolder(join(shared, name), (page, id) => derive(page, { id }), sink), problems };
}

/** A line a page: names and facts only. */
function tableOf({ kept, others, passedOver, refused }: FolderDerivation): string {
  const rows = [
    ...kept.map(({ file, id, operation: { kind } }) => [file, id, kind]),
    ...passedOver.map(({ other, page: { file, id, operation } }) => [file, id, operation.kind, other.file]),
    ...refused.map(({ file, message }) => [file, 'refused', message]),
    ...others.map((file) => [file, 'no operation page']),
  ].sort(([one = ''], [two = '']) => (one < two ? -1 : 1));
  return [['page', 'id', 'kind', 'kept by'], ...rows].map((row) => `${row.join('\t')}\n`).join('');
}

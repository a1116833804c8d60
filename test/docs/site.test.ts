import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../spec/root.ts';
import { textOf, userPages } from './pages.ts';

const config = textOf('docs/.vitepress/config.js');
const folders: Readonly<Record<string, string>> = { guide: 'docs/guides', reference: 'docs/reference' };

/** The files of the pages that stand where a folder's index does. */
const indexes = new Map(
  [...config.matchAll(/'([\w./-]+)\.md': '([\w./-]*)index\.md'/g)].map(([, file, folder]) => [folder, file]),
);

/** The file of each entry of the menus. */
const inMenus = [...config.matchAll(/link: '\/([\w./-]*)'|(guide|reference)\('([\w-]+)'/g)].map(
  ([, link = '', kind, name]) => `${kind === undefined ? (indexes.get(link) ?? link) : `${folders[kind]}/${name}`}.md`,
);

test('the site has every page in its menus, and no other', () => {
  for (const page of userPages) expect(inMenus, page).toContain(page);
  for (const file of inMenus) expect(existsSync(join(packageRoot(), file)), file).toBe(true);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { packageRoot } from '../../../spec/root.ts';

/** A page, and the id of the contract that is derived from it. */
export interface PageOfContract {
  readonly id: string;
  /** What messages call it; its ending tells Markdown from reStructuredText. */
  readonly name: string;
  readonly text: string;
}

const ours = join(packageRoot(), 'spec/pages');

/** Our own pages, by name. */
export const ownPages: readonly PageOfContract[] = readdirSync(ours)
  .toSorted()
  .map((name) => ({ id: parse(name).name, name, text: readFileSync(join(ours, name), 'utf8') }));

/** The text of the one of a contract. */
export function ownPage(id: string): string {
  const page = ownPages.find((one) => one.id === id);
  if (page === undefined) throw new Error(`there is no page of ours for ${id}`);
  return page.text;
}

const theirs = join(packageRoot(), '../shared');

/** Where the pages stand that ours restate; they are not ours to keep, so they are not always there. */
const restated: Readonly<Record<string, string>> = {
  'extend-volume': 'spec-source/extend-volume.zh.md',
  'extend-volume-2021': 'pages/extend-history/2021-09-17-扩容云硬盘（废弃）.md',
  'extend-volume-v2.1': 'pages/extend-history/2021-09-17-扩容云硬盘-API-v2.md',
  'cinder-extend-v2': 'pages/extend-history/2021-09-17-扩容云硬盘-Cinder-v2.md',
  'cinder-extend-v3': 'pages/extend-history/2021-09-17-扩容云硬盘.md',
  'extend-volume-otc':
    'pages/otc-2024/api-ref/source/apis_recommended/disk_management/expanding_capacity_of_an_evs_disk.rst',
  'cinder-extend-otc':
    'pages/otc-2024/api-ref/source/openstack_cinder_apis_recommended/disk_management/expanding_capacity_of_an_evs_disk.rst',
};

/** The vendors' pages that are there. */
export const vendorPages: readonly PageOfContract[] = Object.entries(restated).flatMap(([id, path]) => {
  const file = join(theirs, path);
  return existsSync(file) ? [{ id, name: parse(path).base, text: readFileSync(file, 'utf8') }] : [];
});

/** The first of our pages. */
export const english = ownPage('extend-volume');

/** The vendor's page that it restates. */
export const chinese = vendorPages.find(({ id }) => id === 'extend-volume')?.text;

/** The text with one thing changed; a change that changes nothing would test nothing. */
export function edit(text: string, from: string | RegExp, to: string): string {
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`the page has no ${from}`);
  return edited;
}

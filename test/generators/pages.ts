import { derive } from '../../spec/derive/derive.ts';
import { cinderLike } from '../spec/derive/cinder-like.ts';
import { edit, english } from '../spec/derive/page-texts.ts';
import { documented, type World, worldOf } from './worlds.ts';

const smallerPage = edit(
  edit(english, /32768/g, '1000'),
  '`ACTIVE`, `PAUSED`, `SUSPENDED` or `SHUTOFF`',
  '`ACTIVE`, `PAUSED` or `SUSPENDED`',
);

/** Our page with another maximum and one server state less. */
export const smaller = derive({ name: 'smaller.md', text: smallerPage }).contract;

/** A page without a maximum, decimals, server states or a job. */
export const cinder = derive({ name: 'cinder.md', text: cinderLike }).contract;

export const worlds: readonly (readonly [string, World])[] = [
  ['the documented contract', worldOf(documented)],
  ['a target with room for 100 GB', worldOf(documented, 10, 100)],
  ['a target whose smallest volume has 100 GB', worldOf(documented, 100)],
  ['a target of tiny volumes', worldOf(documented, 1, 30)],
  ['a page with another maximum', worldOf(smaller)],
];

import { bodyText, type Case, type Recipe } from '../../generators/case.ts';
import { type Expectation, openOracle } from '../../generators/oracle.ts';
import { type Room, roomOf } from '../../generators/room.ts';
import type { Contract } from '../../spec/contract.ts';
import { derive } from '../../spec/derive/derive.ts';
import { cinderLike } from '../spec/derive/cinder-like.ts';
import { edit, english } from '../spec/derive/page-texts.ts';
import { contract } from '../suites/committed.ts';

/** A contract, the room of a run, and what the oracle says of a recipe there. */
export interface World {
  readonly contract: Contract;
  readonly room: Room;
  /** The recipe on a volume of its own set-up; of another size where one is given. */
  readonly caseOf: (recipe: Recipe, size?: number) => Case;
  readonly expect: (recipe: Recipe, size?: number) => Expectation;
}

export function worldOf(contract: Contract, smallest = 10, maxGb?: number): World {
  const room = roomOf(contract, smallest, maxGb);
  const oracle = openOracle(contract);
  const caseOf = (recipe: Recipe, size = recipe.setup.size): Case => {
    const { status, multiattach, servers } = recipe.setup;
    const { maximum, ceiling } = room;
    return {
      path: { project_id: 'p', volume_id: 'v' },
      body: bodyText(recipe, { current: size, maximum, ceiling }),
      volume: { size, status, multiattach },
      servers,
    };
  };
  return { contract, room, caseOf, expect: (recipe, size) => oracle(caseOf(recipe, size)) };
}

export const documented = contract;

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

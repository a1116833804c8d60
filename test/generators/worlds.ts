import { askedBy, bodyText, type Case, type Recipe } from '../../generators/case.ts';
import { type Expectation, openOracle } from '../../generators/oracle.ts';
import { type Room, roomOf } from '../../generators/room.ts';
import type { Contract } from '../../spec/contract.ts';
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
      body: bodyText(recipe.body, askedBy(recipe, { current: size, maximum, ceiling })),
      volume: { size, status, multiattach },
      servers,
    };
  };
  return { contract, room, caseOf, expect: (recipe, size) => oracle(caseOf(recipe, size)) };
}

export const documented = contract;

import { type Cases, casesOf } from '../../generators/cases.ts';
import { quantity } from '../../generators/quantity.ts';
import type { Room } from '../../generators/room.ts';
import { plainSetup } from '../../generators/setups.ts';
import type { Contract } from '../../spec/contract.ts';

/** Deletions of plain volumes; `variants` is the number of a check's own departures. */
export function plainCases(contract: Contract, room: Room, variants = 1): Cases {
  return casesOf({ setups: [plainSetup(contract, room)], bodies: [''], sizes: [quantity('current')], variants });
}

/** Deletions of plain volumes without a history. */
export function freshCases(contract: Contract, room: Room): Cases {
  const setup = { ...plainSetup(contract, room), exact: true };
  return casesOf({ setups: [setup], bodies: [''], sizes: [quantity('current')] });
}

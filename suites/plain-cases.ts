import { documented } from '../generators/bodies.ts';
import { type Cases, casesOf } from '../generators/cases.ts';
import { quantity } from '../generators/quantity.ts';
import type { Room } from '../generators/room.ts';
import { plainSetup } from '../generators/setups.ts';
import type { Contract } from '../spec/contract.ts';

/** Plain extensions of plain volumes, for checks that are about something else; `variants` counts their own departures. */
export function plainCases(contract: Contract, room: Room, variants = 1): Cases {
  return casesOf({
    setups: [plainSetup(contract, room)],
    bodies: [documented(contract.names)],
    sizes: [quantity('current', 10)],
    variants,
  });
}

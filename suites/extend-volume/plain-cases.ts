import { documented } from '../../generators/bodies.ts';
import type { Setup } from '../../generators/case.ts';
import { type Cases, casesOf } from '../../generators/cases.ts';
import { quantity } from '../../generators/quantity.ts';
import type { Room } from '../../generators/room.ts';
import { plainSetup } from '../../generators/setups.ts';
import type { Contract } from '../../spec/contract.ts';
import { extensionOf } from '../../spec/extension.ts';

/**
 * Plain extensions of plain volumes, for checks about something else; `variants` is the number of their own departures.
 */
export function plainCases(contract: Contract, room: Room, variants = 1): Cases {
  return plainCasesOn(plainSetup(contract, room), contract, variants);
}

/** The same on volumes that were never extended, for checks in which a volume's history must play no part. */
export function freshCases(contract: Contract, room: Room): Cases {
  return plainCasesOn({ ...plainSetup(contract, room), exact: true }, contract);
}

function plainCasesOn(setup: Setup, contract: Contract, variants = 1): Cases {
  return casesOf({
    setups: [setup],
    bodies: [documented(extensionOf(contract))],
    sizes: [quantity('current', 10)],
    variants,
  });
}

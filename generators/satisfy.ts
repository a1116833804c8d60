import type { Contract } from '../spec/contract.ts';
import { extensionOf } from '../spec/extension.ts';
import { documented } from './bodies.ts';
import { acceptedCasesOf, type Cases, offsets } from './cases.ts';
import { type Quantity, quantity } from './quantity.ts';
import type { Room } from './room.ts';
import { acceptingSetups } from './setups.ts';

/**
 * Integers that have to be accepted: both ends of the range, then common places of mistakes (digits, powers of two).
 */
export function acceptedSizes(room: Room): readonly [Quantity, ...Quantity[]] {
  // the fifth size meets a volume of half the room: a smaller size would never be sent there
  const edges = [1024, 1000, 1025, 16_385, 10_000, 2049, 2048].filter(
    (size) => size > room.smallest && size < room.ceiling,
  );
  return [
    quantity('current', 1),
    quantity('ceiling'),
    // 116 * 0.01 * 100 is a little less than 116 in a double, and its text sorts before that of 20
    quantity('zero', Math.min(116, room.ceiling)),
    quantity('current', 3),
    ...edges.map((size) => quantity('zero', size)),
    quantity('ceiling', -1),
    quantity('current', 2),
  ];
}

/** Steps from the current size, in GB. */
const steps = [4, 5, 7, 10, 13, 19, 30, 47] as const;
/** The number of places that are spread over the range. */
const places = 48;
/** Steps of this length in a circle of length 1 fill it evenly. */
export const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * Integers all over the range that have to be accepted: a service may have a rule of its own for one size, or a band of
 * them. Next to the powers of two there are as many sizes between 10 and 100 GB as between 1 and 10 TB. In ascending order.
 */
export function spreadSizes({ smallest, ceiling }: Room): readonly Quantity[] {
  const powers = Array.from({ length: Math.ceil(Math.log2(ceiling)) }, (_, power) => 2 ** power);
  const spread = Array.from({ length: places }, (_, at) =>
    Math.round(smallest * (ceiling / smallest) ** ((at * goldenRatio) % 1)),
  );
  const sizes = [...powers.flatMap((power) => [power - 1, power, power + 1]), ...spread];
  return [
    ...steps.filter((step) => smallest + step < ceiling).map((step) => quantity('current', step)),
    ...sizes
      .filter((size) => size > smallest + 1 && size < ceiling)
      .sort((one, other) => one - other)
      .map((size) => quantity('zero', size)),
  ];
}

/** Cases that satisfy the case schema, mostly at its boundaries. */
export function satisfy(contract: Contract, room: Room): Cases {
  const parts = {
    setups: acceptingSetups(contract, room),
    bodies: [documented(extensionOf(contract))],
    sizes: acceptedSizes(room),
    spread: true,
    moreSizes: offsets('current', { min: 1, max: Math.max(1, room.ceiling - room.smallest) }),
  };
  return acceptedCasesOf(parts, room);
}

/**
 * The plain extension: small and round, so that only a service without the operation refuses it; and as small as
 * possible if there is little room left for the next ones.
 */
export function plainSize(current: number, room: Room): Quantity {
  const round = (Math.floor(current / 10) + 1) * 10;
  return round + 20 <= room.ceiling ? quantity('zero', round) : quantity('current', 1);
}

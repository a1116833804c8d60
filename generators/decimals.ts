import fc from 'fast-check';
import type { Contract } from '../spec/contract.ts';
import { extensionOf } from '../spec/extension.ts';
import { documented } from './bodies.ts';
import { acceptedCasesOf, type Cases, casesOf } from './cases.ts';
import { type Form, type Quantity, quantity } from './quantity.ts';
import type { Room } from './room.ts';
import { acceptingSetups } from './setups.ts';

/**
 * Fractions that give away rounding, ceiling and narrow floats, and fractions of zero; with a size of five digits, all
 * stay within 15 digits. The first three cover each kind.
 */
const tails = ['.9', '.9999999999', '.0', '.5', '.1', '.50', '.4999', '.999', '.000001'] as const;

const anyTail = fc.stringMatching(/^\.[0-9]{1,10}$/);

/** Decimals whose integer part has to be accepted. */
export function acceptedDecimals(contract: Contract, room: Room): Cases {
  const spread = Math.max(1, room.ceiling - room.smallest);
  const parts = {
    setups: acceptingSetups(contract, room),
    bodies: [documented(extensionOf(contract))],
    spread: true,
    sizes: [
      ...tails.slice(0, 4).map((tail) => quantity('current', 10, { tail })),
      quantity('ceiling', 0, { tail: '.9' }),
      quantity('current', 1, { tail: '.0' }),
      quantity('current', 1, { tail: '.5' }),
      ...tails.slice(5).map((tail) => quantity('current', 10, { tail })),
    ],
    moreSizes: fractions('current', { min: 1, max: spread }),
  };
  return acceptedCasesOf(parts, room);
}

/** Decimals above the current size whose integer part equals it. */
export function decimalsAtLowerBound(contract: Contract, room: Room): Cases {
  return casesOf({
    setups: acceptingSetups(contract, room),
    bodies: [documented(extensionOf(contract))],
    sizes: [
      ...['.9', '.5', '.1', '.999', '.9999999999', '.000001', '.4999'].map((tail) => quantity('current', 0, { tail })),
      quantity('current', 0, { tail: '.9', form: 'e-n' }),
    ],
    moreSizes: fractions('current', { min: 0, max: 0 }).filter((size) => Number(size.tail) > 0),
  });
}

/** Decimals whose integer part is the maximum. */
export function decimalsAtMaximum(contract: Contract, room: Room): Cases {
  return casesOf({
    setups: acceptingSetups(contract, room).slice(0, 3),
    bodies: [documented(extensionOf(contract))],
    sizes: ['.9', '.0', '.1', '.5'].map((tail) => quantity('maximum', 0, { tail })),
  });
}

/** Integers in exponent form that have to be accepted. */
export function exponents(contract: Contract, room: Room): Cases {
  const forms: readonly Form[] = ['e', '.0E+', 'E+', 'e-1'];
  const round = Math.min(room.ceiling, room.smallest * 20);
  const parts = {
    setups: acceptingSetups(contract, room).slice(0, 4),
    bodies: [documented(extensionOf(contract))],
    sizes: [
      ...forms.map((form) => quantity('zero', round, { form })),
      ...forms.map((form) => quantity('current', 11, { form })),
    ],
  };
  return acceptedCasesOf(parts, room);
}

function fractions(
  base: Quantity['base'],
  range: { readonly min: number; readonly max: number },
): fc.Arbitrary<Quantity> {
  return fc.record({
    base: fc.constant(base),
    plus: fc.integer(range),
    wrap: fc.constant(0),
    tail: anyTail,
    form: fc.constant<Form>('plain'),
  });
}

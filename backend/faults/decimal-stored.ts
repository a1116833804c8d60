import type { Fault } from '../fault.ts';

export const decimalStored: Fault = {
  id: 'decimal-stored',
  summary: 'the size is kept with its fraction',
  requirement: 'decimal.truncated',
  mayAlsoFail: ['effect.size', 'decimal.upper-bound'],
  change: (rules) => ({
    // Validated as an integer, stored as it was sent: the fraction rides along.
    toInteger: (raw) => raw,
    checkLower: (wish, volume, context) =>
      rules.checkLower({ ...wish, size: Math.trunc(wish.raw) }, { ...volume, size: Math.trunc(volume.size) }, context),
    checkUpper: (wish, volume, context) => rules.checkUpper({ ...wish, size: Math.trunc(wish.raw) }, volume, context),
  }),
};

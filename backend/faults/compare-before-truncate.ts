import type { Fault } from '../fault.ts';

export const compareBeforeTruncate: Fault = {
  id: 'compare-before-truncate',
  summary: 'the decimal, not its integer part, is compared with the current size',
  requirement: 'decimal.lower-bound',
  mayAlsoFail: [],
  change: (rules) => ({
    checkLower: (wish, volume, context) => rules.checkLower({ ...wish, size: wish.raw }, volume, context),
  }),
};

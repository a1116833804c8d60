import type { Fault } from '../fault.ts';

export const maximumBeforeTruncate: Fault = {
  id: 'maximum-before-truncate',
  summary: 'the decimal, not its integer part, is compared with the maximum',
  requirement: 'decimal.upper-bound',
  mayAlsoFail: [],
  change: (rules) => ({
    checkUpper: (wish, volume, context) => rules.checkUpper({ ...wish, size: wish.raw }, volume, context),
  }),
};

import type { Fault } from '../fault.ts';

export const compareBeforeTruncateInUse: Fault = {
  id: 'compare-before-truncate-in-use',
  summary: 'for in-use volumes the decimal, not its integer part, is compared with the current size',
  requirement: 'decimal.lower-bound',
  mayAlsoFail: [],
  change: (rules) => ({
    checkLower: (wish, volume, context) =>
      rules.checkLower(volume.status === 'in-use' ? { ...wish, size: wish.raw } : wish, volume, context),
  }),
};

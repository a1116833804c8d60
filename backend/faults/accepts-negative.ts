import type { Fault } from '../fault.ts';

export const acceptsNegative: Fault = {
  id: 'accepts-negative',
  summary: 'only positive sizes are compared with the current one',
  requirement: 'size.not-greater',
  mayAlsoFail: [],
  change: (rules) => ({
    checkLower: (wish, volume, context) => (wish.size > 0 ? rules.checkLower(wish, volume, context) : undefined),
  }),
};

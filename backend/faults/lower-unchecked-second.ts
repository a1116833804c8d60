import type { Fault } from '../fault.ts';

export const lowerUncheckedSecond: Fault = {
  id: 'lower-unchecked-second',
  summary: 'the lower bound is not checked once the volume has grown',
  requirement: 'size.not-greater',
  mayAlsoFail: [],
  change: (rules) => ({
    checkLower: (wish, volume, context) =>
      volume.size === volume.originalSize ? rules.checkLower(wish, volume, context) : undefined,
  }),
};

import type { Fault } from '../fault.ts';

export const lowerUncheckedInUse: Fault = {
  id: 'lower-unchecked-in-use',
  summary: 'the lower bound is not checked for in-use volumes',
  requirement: 'size.not-greater',
  mayAlsoFail: [],
  change: (rules) => ({
    checkLower: (wish, volume, context) =>
      volume.status === 'in-use' ? undefined : rules.checkLower(wish, volume, context),
  }),
};

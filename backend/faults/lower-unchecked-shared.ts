import type { Fault } from '../fault.ts';

export const lowerUncheckedShared: Fault = {
  id: 'lower-unchecked-shared',
  summary: 'the lower bound is not checked for shared volumes',
  requirement: 'size.not-greater',
  mayAlsoFail: [],
  change: (rules) => ({
    checkLower: (wish, volume, context) => (volume.multiattach ? undefined : rules.checkLower(wish, volume, context)),
  }),
};

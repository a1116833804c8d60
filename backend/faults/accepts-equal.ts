import type { Fault } from '../fault.ts';

export const acceptsEqual: Fault = {
  id: 'accepts-equal',
  summary: 'the current size is accepted as the new size',
  requirement: 'size.not-greater',
  mayAlsoFail: [],
  change: (rules) => ({
    checkLower: (wish, volume, context) =>
      wish.size === volume.size ? undefined : rules.checkLower(wish, volume, context),
  }),
};

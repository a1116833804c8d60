import type { Fault } from '../fault.ts';

export const maximumOnDelta: Fault = {
  id: 'maximum-on-delta',
  summary: 'the growth, not the new size, is compared with the maximum',
  requirement: 'size.over-maximum',
  mayAlsoFail: [],
  change: (rules) => ({
    checkUpper: (wish, volume, context) =>
      rules.checkUpper({ ...wish, size: wish.size - volume.size }, volume, context),
  }),
};

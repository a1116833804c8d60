import type { Fault } from '../fault.ts';

export const maximumUncheckedSecond: Fault = {
  id: 'maximum-unchecked-second',
  summary: 'the maximum is not checked once the volume has grown',
  requirement: 'size.over-maximum',
  mayAlsoFail: [],
  change: (rules) => ({
    checkUpper: (wish, volume, context) =>
      volume.size > volume.originalSize && Number.isFinite(wish.size)
        ? undefined
        : rules.checkUpper(wish, volume, context),
  }),
};

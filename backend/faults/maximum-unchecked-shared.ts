import type { Fault } from '../fault.ts';

export const maximumUncheckedShared: Fault = {
  id: 'maximum-unchecked-shared',
  summary: 'the maximum is not checked for shared volumes',
  requirement: 'size.over-maximum',
  mayAlsoFail: [],
  change: (rules) => ({
    checkUpper: (wish, volume, context) =>
      volume.multiattach && Number.isFinite(wish.size) ? undefined : rules.checkUpper(wish, volume, context),
  }),
};

import type { Fault } from '../fault.ts';

export const maximumUncheckedInUse: Fault = {
  id: 'maximum-unchecked-in-use',
  summary: 'the maximum is not checked for in-use volumes',
  requirement: 'size.over-maximum',
  mayAlsoFail: [],
  change: (rules) => ({
    checkUpper: (wish, volume, context) =>
      volume.status === 'in-use' && Number.isFinite(wish.size) ? undefined : rules.checkUpper(wish, volume, context),
  }),
};

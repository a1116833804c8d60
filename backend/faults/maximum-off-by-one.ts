import type { Fault } from '../fault.ts';

export const maximumOffByOne: Fault = {
  id: 'maximum-off-by-one',
  summary: 'one GB above the maximum is accepted',
  requirement: 'size.over-maximum',
  mayAlsoFail: [],
  change: (rules) => ({
    checkUpper: (wish, volume, context) =>
      wish.size === context.settings.max + 1 ? undefined : rules.checkUpper(wish, volume, context),
  }),
};

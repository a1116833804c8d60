import type { Fault } from '../fault.ts';

export const inUseSharedAccepted: Fault = {
  id: 'in-use-shared-accepted',
  summary: 'multiattach is not looked at',
  requirement: 'state.in-use-shared',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => rules.checkState({ ...volume, multiattach: false }, context),
  }),
};

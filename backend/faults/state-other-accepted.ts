import type { Fault } from '../fault.ts';

export const stateOtherAccepted: Fault = {
  id: 'state-other-accepted',
  summary: 'volumes in every other state are accepted',
  requirement: 'state.other',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => (volume.status === 'in-use' ? rules.checkState(volume, context) : undefined),
  }),
};

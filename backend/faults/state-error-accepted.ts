import type { Fault } from '../fault.ts';

export const stateErrorAccepted: Fault = {
  id: 'state-error-accepted',
  summary: 'volumes in the state error are accepted',
  requirement: 'state.other',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => (volume.status === 'error' ? undefined : rules.checkState(volume, context)),
  }),
};

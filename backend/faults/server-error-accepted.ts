import type { Fault } from '../fault.ts';
import { ignoring } from '../fault-tools.ts';

export const serverErrorAccepted: Fault = {
  id: 'server-error-accepted',
  summary: 'ERROR counts as a good server state',
  requirement: 'state.server-status',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => rules.checkState(ignoring(volume, ['ERROR']), context),
  }),
};

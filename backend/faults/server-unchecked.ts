import type { Fault } from '../fault.ts';

export const serverUnchecked: Fault = {
  id: 'server-unchecked',
  summary: 'the status of the attached servers is not looked at',
  requirement: 'state.server-status',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => rules.checkState({ ...volume, servers: [] }, context),
  }),
};

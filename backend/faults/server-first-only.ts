import type { Fault } from '../fault.ts';

export const serverFirstOnly: Fault = {
  id: 'server-first-only',
  summary: 'only the first of several servers is looked at',
  requirement: 'state.server-status',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => rules.checkState({ ...volume, servers: volume.servers.slice(0, 1) }, context),
  }),
};

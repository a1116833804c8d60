import type { Fault } from '../fault.ts';

export const serverLastOnly: Fault = {
  id: 'server-last-only',
  summary: 'only the last of several servers is looked at',
  requirement: 'state.server-status',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => rules.checkState({ ...volume, servers: volume.servers.slice(-1) }, context),
  }),
};

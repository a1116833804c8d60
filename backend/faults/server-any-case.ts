import type { Fault } from '../fault.ts';

export const serverAnyCase: Fault = {
  id: 'server-any-case',
  summary: 'server states count in any case: active is ACTIVE',
  requirement: 'state.server-status',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => {
      const servers = volume.servers.map((server) => ({ ...server, status: server.status.toUpperCase() }));
      return rules.checkState({ ...volume, servers }, context);
    },
  }),
};

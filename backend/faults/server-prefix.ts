import type { Fault } from '../fault.ts';

export const serverPrefix: Fault = {
  id: 'server-prefix',
  summary: 'server states are compared by prefix: SHELVED counts, as SHUTOFF does',
  requirement: 'state.server-status',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => {
      const servers = volume.servers.filter(({ status }) => !/^(ACT|PAU|SUS|SH)/.test(status));
      return rules.checkState({ ...volume, servers }, context);
    },
  }),
};

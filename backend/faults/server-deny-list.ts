import type { Fault } from '../fault.ts';

export const serverDenyList: Fault = {
  id: 'server-deny-list',
  summary: 'only ERROR, REBOOT and HARD_REBOOT are refused, not every state that is not documented',
  requirement: 'state.server-status',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => {
      const servers = volume.servers.filter(({ status }) => ['ERROR', 'REBOOT', 'HARD_REBOOT'].includes(status));
      return rules.checkState({ ...volume, servers }, context);
    },
  }),
};

import type { Fault } from '../fault.ts';

export const serverAny: Fault = {
  id: 'server-any',
  summary: 'one server in a good state is enough',
  requirement: 'state.server-status',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => {
      const good = volume.servers.filter(({ status }) => context.settings.servers.includes(status));
      return rules.checkState(good.length > 0 ? { ...volume, servers: good } : volume, context);
    },
  }),
};

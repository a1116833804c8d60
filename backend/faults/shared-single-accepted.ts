import type { Fault } from '../fault.ts';

export const sharedSingleAccepted: Fault = {
  id: 'shared-single-accepted',
  summary: 'a shared volume with a single server counts as not shared',
  requirement: 'state.in-use-shared',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) =>
      rules.checkState({ ...volume, multiattach: volume.multiattach && volume.servers.length > 1 }, context),
  }),
};

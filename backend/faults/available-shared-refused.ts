import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const availableSharedRefused: Fault = {
  id: 'available-shared-refused',
  summary: 'shared volumes are refused also when they are available',
  requirement: 'state.available-shared',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) =>
      volume.multiattach ? refuse('shared', 'a shared volume cannot be extended') : rules.checkState(volume, context),
  }),
};

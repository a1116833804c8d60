import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const inUseRefused: Fault = {
  id: 'in-use-refused',
  summary: 'every in-use volume is refused',
  requirement: 'state.in-use',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) =>
      volume.status === 'in-use' ? refuse('status', 'detach the volume first') : rules.checkState(volume, context),
  }),
};

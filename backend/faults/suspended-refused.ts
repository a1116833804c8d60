import type { Fault } from '../fault.ts';
import { without } from '../fault-tools.ts';

export const suspendedRefused: Fault = {
  id: 'suspended-refused',
  summary: 'SUSPENDED is missing from the good server states',
  requirement: 'state.in-use',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => rules.checkState(volume, without(context, 'SUSPENDED')),
  }),
};

import type { Fault } from '../fault.ts';
import { without } from '../fault-tools.ts';

export const shutoffRefused: Fault = {
  id: 'shutoff-refused',
  summary: 'SHUTOFF is missing from the good server states',
  requirement: 'state.in-use',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) => rules.checkState(volume, without(context, 'SHUTOFF')),
  }),
};

import type { Fault } from '../fault.ts';
import { changeAttributes } from '../fault-tools.ts';

export const becomesAvailable: Fault = {
  id: 'becomes-available',
  summary: 'an in-use volume is available after its extension',
  requirement: 'effect.attributes',
  mayAlsoFail: [],
  change: (rules) => changeAttributes(rules, () => ({ status: 'available' })),
};

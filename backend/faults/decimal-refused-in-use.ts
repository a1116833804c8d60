import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const decimalRefusedInUse: Fault = {
  id: 'decimal-refused-in-use',
  summary: 'decimals are refused for in-use volumes',
  requirement: 'decimal.accepted',
  mayAlsoFail: [],
  change: (rules) => ({
    checkLower: (wish, volume, context) =>
      volume.status === 'in-use' && wish.raw !== wish.size
        ? refuse('type', 'new_size is not an integer')
        : rules.checkLower(wish, volume, context),
  }),
};

import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const lowerOffByOne: Fault = {
  id: 'lower-off-by-one',
  summary: 'the current size + 1 is refused',
  requirement: 'size.greater',
  mayAlsoFail: [],
  change: (rules) => ({
    checkLower: (wish, volume, context) =>
      wish.size === volume.size + 1
        ? refuse('lower', 'new_size is not greater than the current size')
        : rules.checkLower(wish, volume, context),
  }),
};

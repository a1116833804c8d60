import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const evenSizesOnly: Fault = {
  id: 'even-sizes-only',
  summary: 'odd sizes are refused',
  requirement: 'size.greater',
  mayAlsoFail: [],
  change: (rules) => ({
    checkUpper: (wish, volume, context) =>
      rules.checkUpper(wish, volume, context) ??
      (wish.size % 2 === 0 ? undefined : refuse('upper', 'new_size is not a multiple of 2')),
  }),
};

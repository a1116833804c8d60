import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const maximumExclusive: Fault = {
  id: 'maximum-exclusive',
  summary: 'exactly the maximum is refused',
  requirement: 'size.maximum',
  mayAlsoFail: [],
  change: (rules) => ({
    checkUpper: (wish, volume, context) =>
      wish.size === context.settings.max
        ? refuse('upper', 'new_size is not below the maximum')
        : rules.checkUpper(wish, volume, context),
  }),
};

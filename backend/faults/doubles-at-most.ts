import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const doublesAtMost: Fault = {
  id: 'doubles-at-most',
  summary: 'a volume can at most double',
  requirement: 'size.greater',
  mayAlsoFail: ['size.maximum'],
  change: (rules) => ({
    checkUpper: (wish, volume, context) =>
      wish.size > volume.size * 2
        ? refuse('upper', 'a volume can at most double')
        : rules.checkUpper(wish, volume, context),
  }),
};

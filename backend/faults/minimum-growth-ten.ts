import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const minimumGrowthTen: Fault = {
  id: 'minimum-growth-ten',
  summary: 'volumes grow by at least 10 GB',
  requirement: 'size.greater',
  mayAlsoFail: [],
  change: (rules) => ({
    checkLower: (wish, volume, context) =>
      wish.size < volume.size + 10
        ? refuse('lower', 'a volume grows by at least 10 GB')
        : rules.checkLower(wish, volume, context),
  }),
};

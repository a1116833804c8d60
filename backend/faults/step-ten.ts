import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const stepTen: Fault = {
  id: 'step-ten',
  summary: 'volumes grow in steps of 10 GB only',
  requirement: 'size.greater',
  mayAlsoFail: ['size.maximum'],
  change: (rules) => ({
    checkUpper: (wish, volume, context) =>
      rules.checkUpper(wish, volume, context) ??
      ((wish.size - volume.size) % 10 === 0 ? undefined : refuse('lower', 'volumes grow in steps of 10 GB')),
  }),
};

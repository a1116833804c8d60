import type { Fault } from '../fault.ts';

export const acceptsZero: Fault = {
  id: 'accepts-zero',
  summary: 'zero counts as not set: it is accepted, and nothing happens',
  requirement: 'size.not-greater',
  mayAlsoFail: [],
  change: (rules) => ({
    checkLower: (wish, volume, context) => (wish.raw === 0 ? undefined : rules.checkLower(wish, volume, context)),
    grow: (job, context) => {
      if (job.size !== 0) rules.grow(job, context);
    },
  }),
};

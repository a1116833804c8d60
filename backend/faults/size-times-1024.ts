import type { Fault } from '../fault.ts';

export const sizeTimes1024: Fault = {
  id: 'size-times-1024',
  summary: 'a slip of units: the size becomes 1024 times the one asked for',
  requirement: 'effect.size',
  mayAlsoFail: ['job.truthful', 'body.extra-keys', 'concurrency.lost-update'],
  change: (rules) => ({
    grow: (job, context) => rules.grow({ ...job, size: job.size * 1024 }, context),
  }),
};

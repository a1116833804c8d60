import type { Fault } from '../fault.ts';

export const roundsToEight: Fault = {
  id: 'rounds-to-eight',
  summary: 'the size is rounded up to a multiple of 8',
  requirement: 'effect.size',
  mayAlsoFail: ['job.truthful', 'body.extra-keys', 'concurrency.lost-update'],
  change: (rules) => ({
    grow: (job, context) => rules.grow({ ...job, size: Math.ceil(job.size / 8) * 8 }, context),
  }),
};

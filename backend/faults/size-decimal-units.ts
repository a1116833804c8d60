import type { Fault } from '../fault.ts';

export const sizeDecimalUnits: Fault = {
  id: 'size-decimal-units',
  summary: 'GiB are taken for GB: 200 becomes 214',
  requirement: 'effect.size',
  mayAlsoFail: ['job.truthful', 'body.extra-keys', 'concurrency.lost-update'],
  change: (rules) => ({
    grow: (job, context) => rules.grow({ ...job, size: Math.floor((job.size * 1024 ** 3) / 1000 ** 3) }, context),
  }),
};

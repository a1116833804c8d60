import type { Fault } from '../fault.ts';

export const maximumClamped: Fault = {
  id: 'maximum-clamped',
  summary: 'larger sizes become the maximum',
  requirement: 'size.over-maximum',
  mayAlsoFail: [],
  change: (rules) => ({
    checkUpper: () => undefined,
    grow: (job, context) => rules.grow({ ...job, size: Math.min(job.size, context.settings.max) }, context),
  }),
};

import type { Fault } from '../fault.ts';

export const increment: Fault = {
  id: 'increment',
  summary: 'new_size is added to the current size',
  requirement: 'effect.absolute',
  mayAlsoFail: ['effect.size', 'job.truthful', 'body.extra-keys', 'concurrency.lost-update'],
  change: (rules) => ({
    grow: (job, context) => {
      const current = context.state.volumes.get(job.volumeId)?.size ?? 0;
      rules.grow({ ...job, size: current + job.size }, context);
    },
  }),
};

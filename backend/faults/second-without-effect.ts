import type { Fault } from '../fault.ts';

export const secondWithoutEffect: Fault = {
  id: 'second-without-effect',
  summary: 'the second extension succeeds without an effect',
  requirement: 'effect.size',
  mayAlsoFail: ['effect.absolute', 'job.truthful'],
  change: (rules) => ({
    grow: (job, context) => {
      const volume = context.state.volumes.get(job.volumeId);
      if (volume?.size === volume?.originalSize) rules.grow(job, context);
    },
  }),
};

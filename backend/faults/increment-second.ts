import type { Fault } from '../fault.ts';

export const incrementSecond: Fault = {
  id: 'increment-second',
  summary: "the second extension's new_size is added to the size",
  requirement: 'effect.absolute',
  mayAlsoFail: ['effect.size', 'job.truthful'],
  change: (rules) => ({
    grow: (job, context) => {
      const volume = context.state.volumes.get(job.volumeId);
      const base = volume && volume.size > volume.originalSize ? volume.size : 0;
      rules.grow({ ...job, size: base + job.size }, context);
    },
  }),
};

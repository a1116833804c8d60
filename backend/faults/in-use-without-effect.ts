import type { Fault } from '../fault.ts';

export const inUseWithoutEffect: Fault = {
  id: 'in-use-without-effect',
  summary: 'extensions of in-use volumes succeed without an effect',
  requirement: 'effect.size',
  mayAlsoFail: ['job.truthful'],
  change: (rules) => ({
    grow: (job, context) => {
      if (context.state.volumes.get(job.volumeId)?.status !== 'in-use') rules.grow(job, context);
    },
  }),
};

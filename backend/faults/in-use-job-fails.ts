import type { Fault } from '../fault.ts';

export const inUseJobFails: Fault = {
  id: 'in-use-job-fails',
  summary: 'extensions of in-use volumes are accepted, but their jobs fail',
  requirement: 'state.in-use',
  mayAlsoFail: [],
  change: (rules) => ({
    grow: (job, context) => {
      if (context.state.volumes.get(job.volumeId)?.status !== 'in-use') rules.grow(job, context);
    },
    conclude: (job, context) => {
      rules.conclude(job, context);
      const ended = context.state.jobs.get(job.id);
      if (ended && context.state.volumes.get(job.volumeId)?.status === 'in-use') {
        context.state.putJob({ ...ended, status: 'FAIL', failReason: 'the volume is in use' });
      }
    },
  }),
};

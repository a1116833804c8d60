import type { Fault } from '../fault.ts';

export const jobFailsButGrows: Fault = {
  id: 'job-fails-but-grows',
  summary: 'the job says FAIL although the volume grew',
  requirement: 'effect.size',
  mayAlsoFail: [],
  change: (rules) => ({
    conclude: (job, context) => {
      rules.conclude(job, context);
      const ended = context.state.jobs.get(job.id);
      if (ended) context.state.putJob({ ...ended, status: 'FAIL', failReason: 'timed out' });
    },
  }),
};

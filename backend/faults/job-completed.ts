import type { Fault } from '../fault.ts';

export const jobCompleted: Fault = {
  id: 'job-completed',
  summary: 'a job ends as COMPLETED',
  requirement: 'job.vocabulary',
  mayAlsoFail: ['job.reachable'],
  change: (rules) => ({
    jobView: (job, context) => {
      const view = rules.jobView(job, context);
      return job.status === 'SUCCESS' ? { ...view, status: 'COMPLETED' } : view;
    },
  }),
};

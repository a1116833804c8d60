import type { Fault } from '../fault.ts';

export const jobLowercase: Fault = {
  id: 'job-lowercase',
  summary: 'job states are written in lower case',
  requirement: 'job.vocabulary',
  mayAlsoFail: ['job.reachable'],
  change: (rules) => ({
    jobView: (job, context) => ({ ...rules.jobView(job, context), status: job.status.toLowerCase() }),
  }),
};

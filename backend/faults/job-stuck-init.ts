import type { Fault } from '../fault.ts';

export const jobStuckInit: Fault = {
  id: 'job-stuck-init',
  summary: 'the job stays INIT after the volume has grown',
  requirement: 'job.reachable',
  mayAlsoFail: [],
  change: (rules) => ({
    jobView: (job, context) => ({ ...rules.jobView(job, context), status: 'INIT', end_time: null }),
  }),
};

import type { Fault } from '../fault.ts';

export const jobViewForeign: Fault = {
  id: 'job-view-foreign',
  summary: 'the job shows another job_id than the one that was asked for',
  requirement: 'job.reachable',
  mayAlsoFail: [],
  change: (rules) => ({
    jobView: (job, context) => ({ ...rules.jobView(job, context), job_id: job.volumeId }),
  }),
};

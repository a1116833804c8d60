import type { Fault } from '../fault.ts';

export const jobIdConstant: Fault = {
  id: 'job-id-constant',
  summary: 'every extension has the same job_id, which shows the latest one',
  requirement: 'job.reachable',
  mayAlsoFail: ['job.vocabulary', 'job.truthful'],
  change: () => ({
    // Each new job takes the place of the one before, as in a table keyed by the id.
    jobId: () => '00000000-0000-4000-8000-000000000000',
  }),
};

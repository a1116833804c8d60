import type { Fault } from '../fault.ts';

export const jobIdReused: Fault = {
  id: 'job-id-reused',
  summary: 'every extension of a volume has the same job_id',
  requirement: 'job.reachable',
  mayAlsoFail: ['job.vocabulary'],
  change: () => ({
    jobId: (volume) => volume.id,
  }),
};

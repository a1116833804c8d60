import type { Fault } from '../fault.ts';

export const job500: Fault = {
  id: 'job-500',
  summary: 'the job endpoint ends in a 500',
  requirement: 'job.reachable',
  mayAlsoFail: [],
  change: () => ({
    jobView: (job) => {
      throw new TypeError(`job ${job.id} has no handler`);
    },
  }),
};

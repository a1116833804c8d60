import type { Fault } from '../fault.ts';

export const jobExpires: Fault = {
  id: 'job-expires',
  summary: 'a job that has ended is not found any more',
  requirement: 'job.reachable',
  mayAlsoFail: [],
  change: (rules) => ({
    findJob: (...args) => {
      const job = rules.findJob(...args);
      return job?.endTime === null ? job : undefined;
    },
  }),
};

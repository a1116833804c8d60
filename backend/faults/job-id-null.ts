import type { Fault } from '../fault.ts';
import { withBody } from '../fault-tools.ts';

export const jobIdNull: Fault = {
  id: 'job-id-null',
  summary: 'job_id is null',
  requirement: 'response.job-id',
  mayAlsoFail: ['job.reachable'],
  change: (rules) => ({
    answerAccepted: (...args) => withBody(rules.answerAccepted(...args), { job_id: null }),
  }),
};

import type { Fault } from '../fault.ts';
import { withBody } from '../fault-tools.ts';

export const jobIdEmpty: Fault = {
  id: 'job-id-empty',
  summary: 'job_id is an empty string',
  requirement: 'response.job-id',
  mayAlsoFail: ['job.reachable'],
  change: (rules) => ({
    answerAccepted: (...args) => withBody(rules.answerAccepted(...args), { job_id: '' }),
  }),
};

import type { Fault } from '../fault.ts';
import { withBody } from '../fault-tools.ts';

export const jobIdBare: Fault = {
  id: 'job-id-bare',
  summary: 'success is answered with the job id alone, as a JSON string',
  requirement: 'response.job-id',
  mayAlsoFail: ['job.reachable'],
  change: (rules) => ({
    answerAccepted: (job, ...rest) => withBody(rules.answerAccepted(job, ...rest), job.id),
  }),
};

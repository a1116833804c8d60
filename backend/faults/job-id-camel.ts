import type { Fault } from '../fault.ts';
import { withBody } from '../fault-tools.ts';

export const jobIdCamel: Fault = {
  id: 'job-id-camel',
  summary: 'the key is jobId',
  requirement: 'response.job-id',
  mayAlsoFail: ['job.reachable'],
  change: (rules) => ({
    answerAccepted: (job, ...rest) => withBody(rules.answerAccepted(job, ...rest), { jobId: job.id }),
  }),
};

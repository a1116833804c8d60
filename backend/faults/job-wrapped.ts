import type { Fault } from '../fault.ts';
import { withBody } from '../fault-tools.ts';

export const jobWrapped: Fault = {
  id: 'job-wrapped',
  summary: 'success is answered with {"job": {"id": …}}',
  requirement: 'response.job-id',
  mayAlsoFail: ['job.reachable'],
  change: (rules) => ({
    answerAccepted: (job, ...rest) => withBody(rules.answerAccepted(job, ...rest), { job: { id: job.id } }),
  }),
};

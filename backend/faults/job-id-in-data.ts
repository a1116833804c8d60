import type { Fault } from '../fault.ts';
import { withBody } from '../fault-tools.ts';

export const jobIdInData: Fault = {
  id: 'job-id-in-data',
  summary: 'success is answered with {"code": 0, "data": {"job_id": …}}',
  requirement: 'response.job-id',
  mayAlsoFail: ['job.reachable'],
  change: (rules) => ({
    answerAccepted: (job, ...rest) =>
      withBody(rules.answerAccepted(job, ...rest), { code: 0, data: { job_id: job.id } }),
  }),
};

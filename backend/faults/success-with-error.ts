import type { Fault } from '../fault.ts';
import { withBody } from '../fault-tools.ts';

export const successWithError: Fault = {
  id: 'success-with-error',
  summary: 'success carries an error object beside the job_id',
  requirement: 'response.exclusive',
  mayAlsoFail: [],
  change: (rules) => ({
    answerAccepted: (job, ...rest) =>
      withBody(rules.answerAccepted(job, ...rest), { job_id: job.id, error: { message: 'success', code: '0' } }),
  }),
};

import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';

export const jobIdNumber: Fault = {
  id: 'job-id-number',
  summary: 'job_id is a number',
  requirement: 'response.job-id',
  mayAlsoFail: [],
  change: () => {
    let last = 1000;
    return {
      // The job can be looked up by the number's digits, so that only the type is wrong.
      jobId: () => {
        last += 1;
        return String(last);
      },
      answerAccepted: (job) => json(200, { job_id: Number(job.id) }),
    };
  },
};

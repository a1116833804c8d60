import type { Fault } from '../fault.ts';
import { withBody } from '../fault-tools.ts';

export const jobUnknown: Fault = {
  id: 'job-unknown',
  summary: 'the job endpoint does not know the job_id that was answered',
  requirement: 'job.reachable',
  mayAlsoFail: [],
  change: (rules) => ({
    answerAccepted: (job, volume, context) =>
      withBody(rules.answerAccepted(job, volume, context), { job_id: context.settings.randomId() }),
  }),
};

import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { codeOf, statusOf } from '../refusal.ts';

export const errorAndJob: Fault = {
  id: 'error-and-job',
  summary: 'a refusal carries a job_id beside the error',
  requirement: 'response.exclusive',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal, _volume, { settings }) =>
      json(statusOf(refusal), {
        job_id: settings.randomId(),
        error: { message: refusal.message, code: codeOf(refusal) },
      }),
  }),
};

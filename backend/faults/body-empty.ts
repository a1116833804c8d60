import type { Fault } from '../fault.ts';

export const bodyEmpty: Fault = {
  id: 'body-empty',
  summary: 'success is answered with an empty body',
  requirement: 'response.job-id',
  mayAlsoFail: ['job.reachable'],
  change: () => ({
    answerAccepted: () => ({ status: 200, body: '', headers: {} }),
  }),
};

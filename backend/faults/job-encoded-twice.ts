import type { Fault } from '../fault.ts';
import { withBody } from '../fault-tools.ts';

export const jobEncodedTwice: Fault = {
  id: 'job-encoded-twice',
  summary: 'success is answered with JSON inside a JSON string',
  requirement: 'response.job-id',
  mayAlsoFail: ['job.reachable'],
  change: (rules) => ({
    answerAccepted: (...args) => {
      const answer = rules.answerAccepted(...args);
      return withBody(answer, answer.body);
    },
  }),
};

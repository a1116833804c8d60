import type { Fault } from '../fault.ts';

export const stateError200: Fault = {
  id: 'state-error-200',
  summary: "only refusals for the volume's or a server's state are answered with 200",
  requirement: 'response.error-status',
  mayAlsoFail: ['response.client-error'],
  change: (rules) => ({
    answerRefused: (refusal, ...rest) => {
      const answer = rules.answerRefused(refusal, ...rest);
      return ['status', 'shared', 'server'].includes(refusal.refused) ? { ...answer, status: 200 } : answer;
    },
  }),
};

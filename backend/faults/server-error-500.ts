import type { Fault } from '../fault.ts';

export const serverError500: Fault = {
  id: 'server-error-500',
  summary: "refusals for a server's state are answered with 500",
  requirement: 'response.client-error',
  mayAlsoFail: [],
  change: (rules) => ({
    answerRefused: (refusal, ...rest) => {
      const answer = rules.answerRefused(refusal, ...rest);
      return refusal.refused === 'server' ? { ...answer, status: 500 } : answer;
    },
  }),
};

import type { Fault } from '../fault.ts';

export const refusal500: Fault = {
  id: 'refusal-500',
  summary: 'refusals are answered with 500, in a perfect envelope',
  requirement: 'response.client-error',
  mayAlsoFail: ['body.numeric-string'],
  change: (rules) => ({
    answerRefused: (...args) => ({ ...rules.answerRefused(...args), status: 500 }),
  }),
};

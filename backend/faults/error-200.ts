import type { Fault } from '../fault.ts';

export const error200: Fault = {
  id: 'error-200',
  summary: 'refusals are answered with 200 and an error body',
  requirement: 'response.error-status',
  mayAlsoFail: ['response.client-error'],
  change: (rules) => ({
    answerRefused: (...args) => ({ ...rules.answerRefused(...args), status: 200 }),
  }),
};

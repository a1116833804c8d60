import type { Fault } from '../fault.ts';
import { statusOf } from '../refusal.ts';

export const errorEmpty: Fault = {
  id: 'error-empty',
  summary: 'refusals have an empty body',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) => ({ status: statusOf(refusal), body: '', headers: {} }),
  }),
};

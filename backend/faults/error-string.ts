import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { statusOf } from '../refusal.ts';

export const errorString: Fault = {
  id: 'error-string',
  summary: 'error is a string',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) => json(statusOf(refusal), { error: refusal.message }),
  }),
};

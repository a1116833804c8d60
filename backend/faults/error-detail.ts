import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { statusOf } from '../refusal.ts';

export const errorDetail: Fault = {
  id: 'error-detail',
  summary: 'refusals come as {"detail": …}, a validation library\'s form',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) =>
      json(statusOf(refusal), { detail: [{ loc: ['body', 'new_size'], msg: refusal.message, type: 'value_error' }] }),
  }),
};

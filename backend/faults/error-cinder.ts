import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { statusOf } from '../refusal.ts';

export const errorCinder: Fault = {
  id: 'error-cinder',
  summary: 'refusals come as {"badRequest": {"message", "code"}}',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) =>
      json(statusOf(refusal), { badRequest: { message: refusal.message, code: statusOf(refusal) } }),
  }),
};

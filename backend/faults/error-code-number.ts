import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { statusOf } from '../refusal.ts';

export const errorCodeNumber: Fault = {
  id: 'error-code-number',
  summary: "the envelope's code is a number",
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) =>
      json(statusOf(refusal), { error: { message: refusal.message, code: statusOf(refusal) } }),
  }),
};

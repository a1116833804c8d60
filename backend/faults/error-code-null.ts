import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { statusOf } from '../refusal.ts';

export const errorCodeNull: Fault = {
  id: 'error-code-null',
  summary: "the envelope's code is null",
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) => json(statusOf(refusal), { error: { message: refusal.message, code: null } }),
  }),
};

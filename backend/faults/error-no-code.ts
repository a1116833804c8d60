import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { statusOf } from '../refusal.ts';

export const errorNoCode: Fault = {
  id: 'error-no-code',
  summary: 'the envelope has no code',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) => json(statusOf(refusal), { error: { message: refusal.message } }),
  }),
};

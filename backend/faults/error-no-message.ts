import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { codeOf, statusOf } from '../refusal.ts';

export const errorNoMessage: Fault = {
  id: 'error-no-message',
  summary: 'the envelope has no message',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) => json(statusOf(refusal), { error: { code: codeOf(refusal) } }),
  }),
};

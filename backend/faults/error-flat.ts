import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { codeOf, statusOf } from '../refusal.ts';

export const errorFlat: Fault = {
  id: 'error-flat',
  summary: "a refusal's body is {code, message} without an error object around it",
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) => json(statusOf(refusal), { code: codeOf(refusal), message: refusal.message }),
  }),
};

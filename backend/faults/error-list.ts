import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { codeOf, statusOf } from '../refusal.ts';

export const errorList: Fault = {
  id: 'error-list',
  summary: 'refusals come as a list of errors',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) =>
      json(statusOf(refusal), { errors: [{ message: refusal.message, code: codeOf(refusal) }] }),
  }),
};

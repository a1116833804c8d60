import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { codeOf, statusOf } from '../refusal.ts';

export const typeErrorFlat: Fault = {
  id: 'type-error-flat',
  summary: 'only refusals for a wrong shape or type lack the envelope',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: (rules) => ({
    answerRefused: (refusal, ...rest) =>
      ['os-extend', 'new-size', 'type'].includes(refusal.refused)
        ? json(statusOf(refusal), { code: codeOf(refusal), message: refusal.message })
        : rules.answerRefused(refusal, ...rest),
  }),
};

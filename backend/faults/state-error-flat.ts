import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { codeOf, statusOf } from '../refusal.ts';

export const stateErrorFlat: Fault = {
  id: 'state-error-flat',
  summary: "only refusals for the volume's or a server's state lack the envelope",
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: (rules) => ({
    answerRefused: (refusal, ...rest) =>
      ['status', 'shared', 'server'].includes(refusal.refused)
        ? json(statusOf(refusal), { code: codeOf(refusal), message: refusal.message })
        : rules.answerRefused(refusal, ...rest),
  }),
};

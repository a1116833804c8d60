import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';

export const maximumErrorNumber: Fault = {
  id: 'maximum-error-number',
  summary: 'only refusals above the maximum have a numeric code',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: (rules) => ({
    answerRefused: (refusal, ...rest) =>
      refusal.refused === 'upper'
        ? json(400, { error: { message: refusal.message, code: 1005 } })
        : rules.answerRefused(refusal, ...rest),
  }),
};

import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { codeOf, statusOf } from '../refusal.ts';

export const errorCapitalised: Fault = {
  id: 'error-capitalised',
  summary: 'the keys are Error, Message and Code, as a serialiser without tags writes them',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) => json(statusOf(refusal), { Error: { Message: refusal.message, Code: codeOf(refusal) } }),
  }),
};

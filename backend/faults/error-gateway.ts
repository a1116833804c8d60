import { json } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { codeOf, statusOf } from '../refusal.ts';

export const errorGateway: Fault = {
  id: 'error-gateway',
  summary: 'refusals come as {error_code, error_msg}, as an API gateway has them',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) => json(statusOf(refusal), { error_code: codeOf(refusal), error_msg: refusal.message }),
  }),
};

import { plain } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { statusOf } from '../refusal.ts';

export const errorPlainText: Fault = {
  id: 'error-plain-text',
  summary: 'refusals come as a line of plain text',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) => plain(statusOf(refusal), `${refusal.message}\n`),
  }),
};

import { plain } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { statusOf } from '../refusal.ts';

export const errorHtml: Fault = {
  id: 'error-html',
  summary: 'refusals come as an HTML page',
  requirement: 'response.error-envelope',
  mayAlsoFail: [],
  change: () => ({
    answerRefused: (refusal) =>
      plain(statusOf(refusal), '<html><body><h1>Bad Request</h1></body></html>', 'text/html; charset=utf-8'),
  }),
};

import { plain } from '../answers.ts';
import type { Fault } from '../fault.ts';

export const malformedHtml: Fault = {
  id: 'malformed-html',
  summary: 'a body that is no JSON gets an HTML page',
  requirement: 'body.malformed',
  mayAlsoFail: [],
  change: () => ({
    answerMalformed: () => plain(400, '<html><body><h1>400 Bad Request</h1></body></html>', 'text/html'),
  }),
};

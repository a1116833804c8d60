import { plain } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { stackTrace } from '../fault-tools.ts';

export const malformed500: Fault = {
  id: 'malformed-500',
  summary: 'a body that is no JSON ends in a 500',
  requirement: 'body.malformed',
  mayAlsoFail: [],
  change: () => ({
    answerMalformed: (error) => plain(500, stackTrace(error)),
  }),
};

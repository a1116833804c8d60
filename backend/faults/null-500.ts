import { plain } from '../answers.ts';
import type { Fault } from '../fault.ts';
import { newSizeOf, stackTrace } from '../fault-tools.ts';

export const null500: Fault = {
  id: 'null-500',
  summary: 'new_size null ends in a 500 with a stack trace',
  requirement: 'response.error-envelope',
  mayAlsoFail: ['response.client-error'],
  change: (rules) => ({
    readSize: (body, text) => {
      if (newSizeOf(body) === null) throw new TypeError("Cannot read properties of null (reading 'intValue')");
      return rules.readSize(body, text);
    },
    answerCrash: (error) => plain(500, stackTrace(error)),
  }),
};

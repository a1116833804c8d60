import type { Fault } from '../fault.ts';
import { newSizeOf } from '../fault-tools.ts';

export const numericString500: Fault = {
  id: 'numeric-string-500',
  summary: 'a numeric string ends in a 500, in a perfect envelope',
  requirement: 'body.numeric-string',
  mayAlsoFail: ['response.client-error'],
  change: (rules) => ({
    readSize: (body, text) => {
      const size = newSizeOf(body);
      if (typeof size === 'string' && /^\d+$/.test(size)) throw new TypeError('string cannot be cast to int');
      return rules.readSize(body, text);
    },
  }),
};

import type { Fault } from '../fault.ts';
import { isRefusal } from '../refusal.ts';

export const missing500: Fault = {
  id: 'missing-500',
  summary: 'a missing new_size ends in a 500, in a perfect envelope',
  requirement: 'response.client-error',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) => {
      const size = rules.readSize(body, text);
      if (isRefusal(size) && size.refused === 'new-size') throw new TypeError('new_size is undefined');
      return size;
    },
  }),
};

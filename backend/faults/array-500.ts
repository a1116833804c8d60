import type { Fault } from '../fault.ts';
import { newSizeOf } from '../fault-tools.ts';

export const array500: Fault = {
  id: 'array-500',
  summary: 'new_size as an array or object ends in a 500, in a perfect envelope',
  requirement: 'response.client-error',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) => {
      const size = newSizeOf(body);
      if (typeof size === 'object' && size !== null) throw new TypeError('cannot cast to int');
      return rules.readSize(body, text);
    },
  }),
};

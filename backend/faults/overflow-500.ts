import type { Fault } from '../fault.ts';

export const overflow500: Fault = {
  id: 'overflow-500',
  summary: 'sizes of 2^31 and more overflow and end in a 500, in a perfect envelope',
  requirement: 'response.client-error',
  mayAlsoFail: [],
  change: (rules) => ({
    toInteger: (raw) => {
      if (raw >= 2 ** 31) throw new RangeError('value out of range for integer');
      return rules.toInteger(raw);
    },
  }),
};

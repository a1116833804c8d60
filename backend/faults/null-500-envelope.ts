import type { Fault } from '../fault.ts';
import { newSizeOf } from '../fault-tools.ts';

export const null500Envelope: Fault = {
  id: 'null-500-envelope',
  summary: 'new_size null ends in a 500, in a perfect envelope',
  requirement: 'response.client-error',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) => {
      if (newSizeOf(body) === null) throw new TypeError("Cannot read properties of null (reading 'intValue')");
      return rules.readSize(body, text);
    },
  }),
};

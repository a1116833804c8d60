import type { Fault } from '../fault.ts';
import { newSizeOf } from '../fault-tools.ts';

export const stringPrefix: Fault = {
  id: 'string-prefix',
  summary: 'strings are read up to their first letter: "200abc" is 200',
  requirement: 'body.new-size-type',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) => {
      const size = newSizeOf(body);
      const leading = typeof size === 'string' ? Number.parseInt(size, 10) : Number.NaN;
      return Number.isNaN(leading) ? rules.readSize(body, text) : leading;
    },
  }),
};

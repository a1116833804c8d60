import type { Fault } from '../fault.ts';
import { newSizeOf } from '../fault-tools.ts';

export const coerces: Fault = {
  id: 'coerces',
  summary: 'anything that can be a number is one: [200] is 200, true is 1',
  requirement: 'body.new-size-type',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) => {
      const size = newSizeOf(body);
      const number = size === undefined ? Number.NaN : Number(size);
      return Number.isNaN(number) ? rules.readSize(body, text) : number;
    },
  }),
};

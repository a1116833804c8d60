import type { Fault } from '../fault.ts';
import { newSizeOf } from '../fault-tools.ts';

export const arrayUnwrapped: Fault = {
  id: 'array-unwrapped',
  summary: 'a list of one number counts as that number',
  requirement: 'body.new-size-type',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) => {
      const list = newSizeOf(body);
      return Array.isArray(list) && list.length === 1 && typeof list[0] === 'number'
        ? list[0]
        : rules.readSize(body, text);
    },
  }),
};

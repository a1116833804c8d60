import type { Fault } from '../fault.ts';
import { member } from '../fault-tools.ts';

export const osExtendNumber: Fault = {
  id: 'os-extend-number',
  summary: 'os-extend itself may be the new size',
  requirement: 'body.os-extend',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) => {
      const size = member(body, 'os-extend');
      return typeof size === 'number' ? size : rules.readSize(body, text);
    },
  }),
};

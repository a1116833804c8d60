import type { Fault } from '../fault.ts';
import { member } from '../fault-tools.ts';

export const osExtendArray: Fault = {
  id: 'os-extend-array',
  summary: "a list in place of os-extend's object is unwrapped",
  requirement: 'body.os-extend',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) => {
      const list = member(body, 'os-extend');
      return rules.readSize(Array.isArray(list) ? { 'os-extend': list[0] } : body, text);
    },
  }),
};

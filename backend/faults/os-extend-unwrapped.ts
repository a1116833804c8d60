import type { Fault } from '../fault.ts';
import { isJsonObject } from '../json.ts';

export const osExtendUnwrapped: Fault = {
  id: 'os-extend-unwrapped',
  summary: "new_size is taken at the top level, as the page's flat table might be read",
  requirement: 'body.os-extend',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) => {
      const isFlat = isJsonObject(body) && !Object.hasOwn(body, 'os-extend');
      return rules.readSize(isFlat ? { 'os-extend': body } : body, text);
    },
  }),
};

import type { Fault } from '../fault.ts';
import { member } from '../fault-tools.ts';
import { isJsonObject } from '../json.ts';

export const extraKeys500: Fault = {
  id: 'extra-keys-500',
  summary: 'an unknown key ends in a 500, in a perfect envelope',
  requirement: 'body.extra-keys',
  mayAlsoFail: ['response.client-error'],
  change: (rules) => ({
    readSize: (body, text) => {
      const extend = member(body, 'os-extend');
      const strangers = [
        ...Object.keys(isJsonObject(body) ? body : {}).filter((key) => key !== 'os-extend'),
        ...Object.keys(isJsonObject(extend) ? extend : {}).filter((key) => key !== 'new_size'),
      ];
      if (isJsonObject(extend) && strangers.length > 0) throw new TypeError(`unrecognized field ${strangers[0]}`);
      return rules.readSize(body, text);
    },
  }),
};

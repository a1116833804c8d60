import type { Fault } from '../fault.ts';
import { acceptIdly, newSizeOf } from '../fault-tools.ts';
import { isJsonObject } from '../json.ts';

export const objectAccepted: Fault = {
  id: 'object-accepted',
  summary: 'new_size as an object is accepted, and nothing happens',
  requirement: 'body.new-size-type',
  mayAlsoFail: [],
  change: (rules) => acceptIdly(rules, (body) => isJsonObject(newSizeOf(body))),
};

import type { Fault } from '../fault.ts';
import { acceptIdly, newSizeOf } from '../fault-tools.ts';

export const booleanAccepted: Fault = {
  id: 'boolean-accepted',
  summary: 'new_size true or false is accepted, and nothing happens',
  requirement: 'body.new-size-type',
  mayAlsoFail: [],
  change: (rules) => acceptIdly(rules, (body) => typeof newSizeOf(body) === 'boolean'),
};

import type { Fault } from '../fault.ts';
import { acceptIdly, newSizeOf } from '../fault-tools.ts';

export const nullAccepted: Fault = {
  id: 'null-accepted',
  summary: 'new_size null is accepted, and nothing happens',
  requirement: 'body.new-size-type',
  mayAlsoFail: [],
  change: (rules) => acceptIdly(rules, (body) => newSizeOf(body) === null),
};

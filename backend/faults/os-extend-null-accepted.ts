import type { Fault } from '../fault.ts';
import { acceptIdly, member } from '../fault-tools.ts';

export const osExtendNullAccepted: Fault = {
  id: 'os-extend-null-accepted',
  summary: 'os-extend null is accepted, and nothing happens',
  requirement: 'body.os-extend',
  mayAlsoFail: [],
  change: (rules) => acceptIdly(rules, (body) => member(body, 'os-extend') === null),
};

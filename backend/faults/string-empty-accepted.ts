import type { Fault } from '../fault.ts';
import { acceptIdly, newSizeOf } from '../fault-tools.ts';

export const stringEmptyAccepted: Fault = {
  id: 'string-empty-accepted',
  summary: 'an empty string counts as no change and is accepted',
  requirement: 'body.new-size-type',
  mayAlsoFail: [],
  change: (rules) => acceptIdly(rules, (body) => newSizeOf(body) === ''),
};

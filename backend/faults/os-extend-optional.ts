import type { Fault } from '../fault.ts';
import { acceptIdly, member } from '../fault-tools.ts';
import { isJsonObject } from '../json.ts';

export const osExtendOptional: Fault = {
  id: 'os-extend-optional',
  summary: 'a JSON object without os-extend is accepted, and nothing happens',
  requirement: 'body.os-extend',
  mayAlsoFail: [],
  change: (rules) => acceptIdly(rules, (body) => isJsonObject(body) && member(body, 'os-extend') === undefined),
};

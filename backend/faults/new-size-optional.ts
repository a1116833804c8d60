import type { Fault } from '../fault.ts';
import { acceptIdly, member, newSizeOf } from '../fault-tools.ts';
import { isJsonObject } from '../json.ts';

export const newSizeOptional: Fault = {
  id: 'new-size-optional',
  summary: 'os-extend without new_size is accepted, and nothing happens',
  requirement: 'body.new-size',
  mayAlsoFail: [],
  change: (rules) =>
    acceptIdly(rules, (body) => isJsonObject(member(body, 'os-extend')) && newSizeOf(body) === undefined),
};

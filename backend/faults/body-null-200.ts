import type { Fault } from '../fault.ts';
import { acceptIdly } from '../fault-tools.ts';

export const bodyNull200: Fault = {
  id: 'body-null-200',
  summary: 'the body null is accepted, and nothing happens',
  requirement: 'body.os-extend',
  mayAlsoFail: [],
  change: (rules) => acceptIdly(rules, (body) => body === null),
};

import type { Fault } from '../fault.ts';
import { acceptIdly } from '../fault-tools.ts';

export const emptyBody200: Fault = {
  id: 'empty-body-200',
  summary: 'an empty body is accepted, and nothing happens',
  requirement: 'body.malformed',
  mayAlsoFail: [],
  change: (rules) => {
    // Unlike any value that JSON can hold: `""` stays a body without os-extend.
    const nothing = Symbol('nothing');
    return {
      ...acceptIdly(rules, (body) => body === nothing),
      parseBody: (text) => (text.trim() === '' ? nothing : rules.parseBody(text)),
    };
  },
};

import type { Fault } from '../fault.ts';

export const bodyArray: Fault = {
  id: 'body-array',
  summary: 'a list with the documented body inside is unwrapped',
  requirement: 'body.os-extend',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) => rules.readSize(Array.isArray(body) ? body[0] : body, text),
  }),
};

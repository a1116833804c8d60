import type { Fault } from '../fault.ts';

export const wrongTokenAccepted: Fault = {
  id: 'wrong-token-accepted',
  summary: 'any token is let in',
  requirement: 'auth.required',
  mayAlsoFail: [],
  change: (rules) => ({
    checkToken: (token, context) => (token === undefined ? rules.checkToken(token, context) : undefined),
  }),
};

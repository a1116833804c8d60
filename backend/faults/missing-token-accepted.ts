import type { Fault } from '../fault.ts';

export const missingTokenAccepted: Fault = {
  id: 'missing-token-accepted',
  summary: 'a request without a token is let in',
  requirement: 'auth.required',
  mayAlsoFail: [],
  change: (rules) => ({
    checkToken: (token, context) => (token === undefined ? undefined : rules.checkToken(token, context)),
  }),
};

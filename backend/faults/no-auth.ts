import type { Fault } from '../fault.ts';

export const noAuth: Fault = {
  id: 'no-auth',
  summary: 'any token will do, and none as well',
  requirement: 'auth.required',
  mayAlsoFail: [],
  change: () => ({
    checkToken: () => undefined,
  }),
};

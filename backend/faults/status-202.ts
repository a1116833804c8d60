import type { Fault } from '../fault.ts';

export const status202: Fault = {
  id: 'status-202',
  summary: 'success is answered with 202, as the sibling endpoint does',
  requirement: 'response.success-status',
  mayAlsoFail: [],
  change: (rules) => ({
    answerAccepted: (...args) => ({ ...rules.answerAccepted(...args), status: 202 }),
  }),
};

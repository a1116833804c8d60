import type { Fault } from '../fault.ts';

export const acceptsSmaller: Fault = {
  id: 'accepts-smaller',
  summary: 'there is no lower bound: volumes shrink',
  requirement: 'size.not-greater',
  mayAlsoFail: [],
  change: () => ({
    checkLower: () => undefined,
  }),
};

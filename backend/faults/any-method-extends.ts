import type { Fault } from '../fault.ts';

export const anyMethodExtends: Fault = {
  id: 'any-method-extends',
  summary: 'the method is not looked at',
  requirement: 'path.method',
  mayAlsoFail: [],
  change: () => ({
    servesMethod: () => true,
  }),
};

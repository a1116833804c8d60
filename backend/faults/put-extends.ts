import type { Fault } from '../fault.ts';

export const putExtends: Fault = {
  id: 'put-extends',
  summary: 'PUT extends, too',
  requirement: 'path.method',
  mayAlsoFail: [],
  change: (rules) => ({
    servesMethod: (method) => method === 'PUT' || rules.servesMethod(method),
  }),
};

import type { Fault } from '../fault.ts';
import { changeAttributes } from '../fault-tools.ts';

export const serversDetached: Fault = {
  id: 'servers-detached',
  summary: 'an in-use volume loses its servers',
  requirement: 'effect.attributes',
  mayAlsoFail: [],
  change: (rules) => changeAttributes(rules, () => ({ servers: [] })),
};

import type { Fault } from '../fault.ts';
import { changeAttributes } from '../fault-tools.ts';

export const multiattachLost: Fault = {
  id: 'multiattach-lost',
  summary: 'a shared volume is not shared after its extension',
  requirement: 'effect.attributes',
  mayAlsoFail: [],
  change: (rules) => changeAttributes(rules, () => ({ multiattach: false })),
};

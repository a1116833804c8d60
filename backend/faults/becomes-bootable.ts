import type { Fault } from '../fault.ts';
import { changeAttributes } from '../fault-tools.ts';

export const becomesBootable: Fault = {
  id: 'becomes-bootable',
  summary: 'the volume is bootable after its extension',
  requirement: 'effect.attributes',
  mayAlsoFail: [],
  change: (rules) => changeAttributes(rules, () => ({ bootable: true })),
};

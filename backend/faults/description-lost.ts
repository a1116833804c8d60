import type { Fault } from '../fault.ts';
import { changeAttributes } from '../fault-tools.ts';

export const descriptionLost: Fault = {
  id: 'description-lost',
  summary: 'the volume loses its description',
  requirement: 'effect.attributes',
  mayAlsoFail: [],
  change: (rules) => changeAttributes(rules, () => ({ description: '' })),
};

import type { Fault } from '../fault.ts';
import { changeAttributes } from '../fault-tools.ts';

export const attributesReset: Fault = {
  id: 'attributes-reset',
  summary: 'the volume loses its name and its metadata',
  requirement: 'effect.attributes',
  mayAlsoFail: [],
  change: (rules) => changeAttributes(rules, () => ({ name: '', metadata: {} })),
};

import type { Fault } from '../fault.ts';
import { changeAttributes } from '../fault-tools.ts';

export const metadataLost: Fault = {
  id: 'metadata-lost',
  summary: 'the volume loses its metadata',
  requirement: 'effect.attributes',
  mayAlsoFail: [],
  change: (rules) => changeAttributes(rules, () => ({ metadata: {} })),
};

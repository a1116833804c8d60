import type { Fault } from '../fault.ts';
import { changeAttributes } from '../fault-tools.ts';

export const volumeTypeChanged: Fault = {
  id: 'volume-type-changed',
  summary: 'the volume changes its type',
  requirement: 'effect.attributes',
  mayAlsoFail: [],
  change: (rules) => changeAttributes(rules, () => ({ volumeType: 'GPSSD' })),
};

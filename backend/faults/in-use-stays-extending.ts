import type { Fault } from '../fault.ts';
import { changeAttributes } from '../fault-tools.ts';

export const inUseStaysExtending: Fault = {
  id: 'in-use-stays-extending',
  summary: 'an in-use volume stays in the state extending after its extension',
  requirement: 'effect.attributes',
  mayAlsoFail: [],
  change: (rules) => changeAttributes(rules, ({ status }) => (status === 'in-use' ? { status: 'extending' } : {})),
};

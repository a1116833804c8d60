import type { Fault } from '../fault.ts';
import { changeAttributes } from '../fault-tools.ts';

export const nameLost: Fault = {
  id: 'name-lost',
  summary: "the volume's name becomes its id",
  requirement: 'effect.attributes',
  mayAlsoFail: [],
  change: (rules) => changeAttributes(rules, ({ id }) => ({ name: id })),
};

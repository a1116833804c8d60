import type { Fault } from '../fault.ts';

export const decimalRound: Fault = {
  id: 'decimal-round',
  summary: 'decimals are rounded to the nearest integer',
  requirement: 'decimal.truncated',
  mayAlsoFail: ['decimal.lower-bound', 'decimal.upper-bound', 'effect.size'],
  change: () => ({
    toInteger: (raw) => Math.round(raw),
  }),
};

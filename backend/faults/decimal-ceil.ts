import type { Fault } from '../fault.ts';

export const decimalCeil: Fault = {
  id: 'decimal-ceil',
  summary: 'decimals are rounded up',
  requirement: 'decimal.truncated',
  mayAlsoFail: ['decimal.lower-bound', 'decimal.upper-bound', 'effect.size'],
  change: () => ({
    toInteger: (raw) => Math.ceil(raw),
  }),
};

import type { Fault } from '../fault.ts';

export const float32Precision: Fault = {
  id: 'float32-precision',
  summary: 'decimals lose precision in 32 bits: 200.999999999 is 201',
  requirement: 'decimal.truncated',
  mayAlsoFail: ['decimal.lower-bound', 'decimal.upper-bound', 'effect.size'],
  change: () => ({
    toInteger: (raw) => Math.trunc(Math.fround(raw)),
  }),
};

import type { Fault } from '../fault.ts';
import { newSizeOf } from '../fault-tools.ts';
import { refuse } from '../refusal.ts';

export const fractionRefused: Fault = {
  id: 'fraction-refused',
  summary: 'decimals with a fraction are refused, 200.0 is not',
  requirement: 'decimal.accepted',
  mayAlsoFail: ['decimal.upper-bound'],
  change: (rules) => ({
    readSize: (body, text) => {
      const size = newSizeOf(body);
      const hasFraction = typeof size === 'number' && Number.isFinite(size) && !Number.isInteger(size);
      return hasFraction ? refuse('type', 'new_size is not an integer') : rules.readSize(body, text);
    },
  }),
};

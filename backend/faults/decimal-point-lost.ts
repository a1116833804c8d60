import type { Fault } from '../fault.ts';
import { newSizeOf, spellingOf } from '../fault-tools.ts';

export const decimalPointLost: Fault = {
  id: 'decimal-point-lost',
  summary: 'the decimal point is lost: 200.5 is 2005',
  requirement: 'decimal.truncated',
  mayAlsoFail: ['decimal.accepted', 'decimal.lower-bound', 'decimal.upper-bound', 'effect.size', 'size.not-greater'],
  change: (rules) => ({
    readSize: (body, text) => {
      const spelling = spellingOf(text);
      const isDecimal = typeof newSizeOf(body) === 'number' && /^-?\d+\.\d+$/.test(spelling);
      return isDecimal ? Number(spelling.replace('.', '')) : rules.readSize(body, text);
    },
  }),
};

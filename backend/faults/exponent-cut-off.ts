import type { Fault } from '../fault.ts';
import { newSizeOf, spellingOf } from '../fault-tools.ts';

export const exponentCutOff: Fault = {
  id: 'exponent-cut-off',
  summary: 'numbers are read up to the e: 2e2 is 2',
  requirement: 'decimal.spelling',
  mayAlsoFail: ['decimal.lower-bound'],
  change: (rules) => ({
    readSize: (body, text) => {
      const spelling = spellingOf(text);
      const isExponent = typeof newSizeOf(body) === 'number' && /e/i.test(spelling);
      return isExponent ? Number.parseFloat(spelling.replace(/e.*/i, '')) : rules.readSize(body, text);
    },
  }),
};

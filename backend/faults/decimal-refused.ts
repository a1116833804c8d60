import type { Fault } from '../fault.ts';
import { newSizeOf, spellingOf } from '../fault-tools.ts';
import { refuse } from '../refusal.ts';

export const decimalRefused: Fault = {
  id: 'decimal-refused',
  summary: 'numbers with a decimal point are refused, 200.0 included',
  requirement: 'decimal.accepted',
  mayAlsoFail: ['decimal.upper-bound', 'decimal.spelling'],
  change: (rules) => ({
    readSize: (body, text) =>
      typeof newSizeOf(body) === 'number' && spellingOf(text).includes('.')
        ? refuse('type', 'new_size is not an integer')
        : rules.readSize(body, text),
  }),
};

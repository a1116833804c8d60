import type { Fault } from '../fault.ts';
import { newSizeOf, spellingOf } from '../fault-tools.ts';
import { refuse } from '../refusal.ts';

export const spellingRefused: Fault = {
  id: 'spelling-refused',
  summary: 'numbers in exponent form are refused',
  requirement: 'decimal.spelling',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) =>
      typeof newSizeOf(body) === 'number' && /e/i.test(spellingOf(text))
        ? refuse('type', 'new_size is not a plain number')
        : rules.readSize(body, text),
  }),
};

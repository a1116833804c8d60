import type { Fault } from '../fault.ts';
import { newSizeOf, spellingOf } from '../fault-tools.ts';
import { refuse } from '../refusal.ts';

export const pointZeroRefused: Fault = {
  id: 'point-zero-refused',
  summary: '200.0 is refused as no integer, 200.5 is not',
  requirement: 'decimal.accepted',
  mayAlsoFail: ['decimal.upper-bound'],
  change: (rules) => ({
    readSize: (body, text) =>
      typeof newSizeOf(body) === 'number' && /^-?\d+\.0+$/.test(spellingOf(text))
        ? refuse('type', 'new_size is not an integer')
        : rules.readSize(body, text),
  }),
};

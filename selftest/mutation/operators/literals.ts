import type { Operator } from './operator.ts';

/** Shifts a number by one, either way; turns true into false. */
export const literals: Operator = (_, edit) => ({
  Literal({ value, start, end }) {
    if (typeof value === 'boolean') edit(start, end, String(!value));
    if (typeof value === 'number') {
      edit(start, end, String(value + 1));
      edit(start, end, value === 0 ? '(-1)' : String(value - 1));
    }
    if (typeof value === 'bigint') edit(start, end, `${value + 1n}n`);
  },
});

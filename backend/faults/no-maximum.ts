import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const noMaximum: Fault = {
  id: 'no-maximum',
  summary: 'there is no upper bound',
  requirement: 'size.over-maximum',
  mayAlsoFail: [],
  change: () => ({
    // What no double can hold is refused still: a parser's doing, not a bound's.
    checkUpper: ({ size }) =>
      size === Number.POSITIVE_INFINITY ? refuse('upper', 'new_size is too large') : undefined,
  }),
};

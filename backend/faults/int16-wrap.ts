import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const int16Wrap: Fault = {
  id: 'int16-wrap',
  summary: 'sizes are taken modulo 2^16: 65736 is 200',
  requirement: 'size.over-maximum',
  mayAlsoFail: [],
  change: () => ({
    toInteger: (raw) => (raw >= 2 ** 16 ? Math.trunc(raw) % 2 ** 16 : Math.trunc(raw)),
    // Infinity % n is NaN, which must not pass for a size.
    checkUpper: ({ size }, _volume, { settings }) =>
      size <= settings.max ? undefined : refuse('upper', `new_size is above the maximum ${settings.max}`),
  }),
};

import type { Fault } from '../fault.ts';
import { acceptIdly, newSizeOf } from '../fault-tools.ts';

export const stringNan: Fault = {
  id: 'string-nan',
  summary: 'strings that are no number become NaN, which no comparison refuses',
  requirement: 'body.new-size-type',
  mayAlsoFail: [],
  change: (rules) =>
    acceptIdly(rules, (body) => {
      const size = newSizeOf(body);
      return typeof size === 'string' && Number.isNaN(Number(size));
    }),
};

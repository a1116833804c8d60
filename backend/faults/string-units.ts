import type { Fault } from '../fault.ts';
import { newSizeOf } from '../fault-tools.ts';

export const stringUnits: Fault = {
  id: 'string-units',
  summary: 'units are understood: "200GB" is 200',
  requirement: 'body.new-size-type',
  mayAlsoFail: [],
  change: (rules) => ({
    readSize: (body, text) => {
      const size = newSizeOf(body);
      const match = typeof size === 'string' ? /^(\d+) ?GB?$/i.exec(size) : null;
      return match ? Number(match[1]) : rules.readSize(body, text);
    },
  }),
};

import type { Fault } from '../fault.ts';

export const negativeAbsolute: Fault = {
  id: 'negative-absolute',
  summary: 'the sign is dropped: -200 is 200',
  requirement: 'size.not-greater',
  mayAlsoFail: [],
  change: () => ({
    toInteger: (raw) => Math.trunc(Math.abs(raw)),
  }),
};

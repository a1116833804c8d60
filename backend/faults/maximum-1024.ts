import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const maximum1024: Fault = {
  id: 'maximum-1024',
  summary: "the system disk's maximum of 1024 GB holds for every volume",
  requirement: 'size.greater',
  mayAlsoFail: ['size.maximum'],
  change: () => ({
    checkUpper: ({ size }) => (size > 1024 ? refuse('upper', `new_size ${size} is above the maximum 1024`) : undefined),
  }),
};

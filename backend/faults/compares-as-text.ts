import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const comparesAsText: Fault = {
  id: 'compares-as-text',
  summary: 'sizes are compared as text: "90" is greater than "100"',
  requirement: 'size.greater',
  mayAlsoFail: ['size.not-greater', 'size.maximum'],
  change: () => ({
    checkLower: ({ size }, volume) =>
      String(size) > String(volume.size) ? undefined : refuse('lower', 'new_size is not greater than the current size'),
  }),
};

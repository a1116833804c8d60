import type { Fault } from '../fault.ts';
import { refuse } from '../refusal.ts';

export const secondRefused: Fault = {
  id: 'second-refused',
  summary: 'a volume can be extended only once',
  requirement: 'size.greater',
  mayAlsoFail: [],
  change: (rules) => ({
    checkState: (volume, context) =>
      volume.size === volume.originalSize
        ? rules.checkState(volume, context)
        : refuse('status', 'the volume was extended already'),
  }),
};

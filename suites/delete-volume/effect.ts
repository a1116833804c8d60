import type { Effect, SeenState } from '../../engine/effect.ts';
import { quantity } from '../../generators/quantity.ts';

/** It is no more, or on its way: what cannot be read any more reads as `gone`. */
const isDeleted = ({ status }: SeenState): boolean => status === 'gone' || /^delet/i.test(status);

/** The volume is gone. */
export const removal: Effect = {
  body: () => '',
  plain: () => ({ body: '', size: quantity('current') }),
  shown: (now) => (isDeleted(now) ? 'asked' : 'before'),
  tookPlace: (_, after) => isDeleted(after),
  removes: true,
  words: {
    request: 'deletion',
    unseen: 'the volume was not seen to go',
    done: 'the volume to be gone',
    undone: () => 'the volume, which is still there',
  },
};

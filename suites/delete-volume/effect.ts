import type { Effect, SeenState } from '../../engine/effect.ts';

/** It is no more, which reads as `gone`, or is kept as one that is no more. */
const isGone = ({ status }: SeenState): boolean => status === 'gone' || /^deleted$/i.test(status);
/** It is on its way. */
const isGoing = ({ status }: SeenState): boolean => /^delet/i.test(status);

/** The volume is gone. */
export const removal: Effect = {
  body: () => '',
  shown(now) {
    if (isGone(now)) return 'asked';
    return isGoing(now) ? 'under way' : 'before';
  },
  tookPlace: (_, after) => isGone(after) || isGoing(after),
  removes: true,
  words: {
    request: 'deletion',
    unseen: 'the volume was not seen to go',
    done: 'the volume to be gone',
    undone: () => 'the volume still there',
  },
};

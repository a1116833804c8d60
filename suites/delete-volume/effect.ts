import type { Effect, SeenState } from '../../engine/effect.ts';

/** A deleted volume reads as `gone`, or is kept with a status that says so. */
const isGone = ({ status }: SeenState): boolean => status === 'gone' || /^deleted$/i.test(status);
/** Its deletion is under way. */
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

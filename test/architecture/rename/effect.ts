import type { Effect, SeenState } from '../../../engine/effect.ts';
import { placeholder } from '../../../generators/case.ts';

/** A name of its own for each number. */
export const body = `{"volume":{"name":"volume-${placeholder}"}}`;

const hasOtherName = (one: SeenState, other: SeenState): boolean => one.attributes.name !== other.attributes.name;

/** The volume has another name. */
export const rename: Effect = {
  body: () => body,
  shown: (now, before) => (hasOtherName(now, before) ? 'asked' : 'before'),
  tookPlace: hasOtherName,
  removes: false,
  words: {
    request: 'renaming',
    unseen: 'the volume was not seen to have another name',
    done: 'the new name',
    undone: () => 'the old name',
  },
};

import type { Effect } from '../../engine/effect.ts';
import { documented } from '../../generators/bodies.ts';
import { extensionOf } from '../../spec/extension.ts';

/** The volume has another size, and is otherwise unchanged. */
export const growth: Effect = {
  body: (contract) => documented(extensionOf(contract)),
  shown(now, before, expected) {
    if (expected === null ? now.size !== before.size : now.size === expected) return 'asked';
    return now.size === before.size ? 'before' : 'other';
  },
  tookPlace: (before, after) => after.size > before.size,
  removes: false,
  words: {
    request: 'extension',
    unseen: 'the volume was not seen to grow',
    done: 'the new size',
    undone: (before) => `the old size, ${before?.size} GB`,
  },
};

import type { Fault } from '../fault.ts';

export const comparesOriginal: Fault = {
  id: 'compares-original',
  summary: 'new_size is compared with the size at creation',
  requirement: 'size.not-greater',
  mayAlsoFail: [],
  change: (rules) => ({
    checkLower: (wish, volume, context) => rules.checkLower(wish, { ...volume, size: volume.originalSize }, context),
  }),
};

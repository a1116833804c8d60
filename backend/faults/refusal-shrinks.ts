import type { Fault } from '../fault.ts';

export const refusalShrinks: Fault = {
  id: 'refusal-shrinks',
  summary: 'a size that is too small is refused, but the volume shrinks by 1 GB',
  requirement: 'effect.refusal',
  mayAlsoFail: [],
  change: () => ({
    onRefused: (volume, refusal, { state }) => {
      if (refusal.refused === 'lower') state.putVolume({ ...volume, size: volume.size - 1 });
    },
  }),
};

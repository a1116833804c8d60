import type { Fault } from '../fault.ts';

export const refusalClamps: Fault = {
  id: 'refusal-clamps',
  summary: 'a size above the maximum is refused, but the volume grows to the maximum',
  requirement: 'effect.refusal',
  mayAlsoFail: [],
  change: () => ({
    onRefused: (volume, refusal, { state, settings }) => {
      if (refusal.refused === 'upper') state.putVolume({ ...volume, size: settings.max });
    },
  }),
};

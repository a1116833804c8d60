import type { Fault } from '../fault.ts';

export const refusalStaysExtending: Fault = {
  id: 'refusal-stays-extending',
  summary: 'a refused in-use volume stays in the state extending',
  requirement: 'effect.refusal',
  mayAlsoFail: [],
  change: () => ({
    onRefused: (volume, _refusal, { state }) => {
      if (volume.status === 'in-use') state.putVolume({ ...volume, status: 'extending' });
    },
  }),
};

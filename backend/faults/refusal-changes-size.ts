import type { Fault } from '../fault.ts';

export const refusalChangesSize: Fault = {
  id: 'refusal-changes-size',
  summary: 'a refusal makes the volume grow by 1 GB',
  requirement: 'effect.refusal',
  mayAlsoFail: ['state.in-use-shared', 'state.server-status', 'state.other'],
  change: () => ({
    onRefused: (volume, _refusal, { state }) => state.putVolume({ ...volume, size: volume.size + 1 }),
  }),
};

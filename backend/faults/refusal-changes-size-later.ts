import type { Fault } from '../fault.ts';

export const refusalChangesSizeLater: Fault = {
  id: 'refusal-changes-size-later',
  summary: '75 ms after a refusal the volume grows by 1 GB',
  requirement: 'effect.refusal',
  mayAlsoFail: ['state.in-use-shared', 'state.server-status', 'state.other', 'concurrency.lost-update'],
  change: () => ({
    onRefused: ({ id }, _refusal, { state, settings }) =>
      settings.clock.after(75, () => {
        const volume = state.volumes.get(id);
        if (volume) state.putVolume({ ...volume, size: volume.size + 1 });
      }),
  }),
};

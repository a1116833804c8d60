import type { Fault } from '../fault.ts';

export const otherProject: Fault = {
  id: 'other-project',
  summary: 'volumes of other projects are found and extended',
  requirement: 'auth.project',
  mayAlsoFail: [],
  change: () => ({
    findVolume: (_projectId, volumeId, { state }) => state.volumes.get(volumeId),
  }),
};

import type { Fault } from '../fault.ts';
import { callersProject } from '../settings.ts';

export const pathProjectIgnored: Fault = {
  id: 'path-project-ignored',
  summary: "the path's project is not compared with the token's",
  requirement: 'auth.project',
  mayAlsoFail: [],
  change: () => ({
    checkProject: () => undefined,
    findVolume: (_projectId, volumeId, { state, settings }) => {
      const volume = state.volumes.get(volumeId);
      return volume?.projectId === callersProject(settings) ? volume : undefined;
    },
  }),
};

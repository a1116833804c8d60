import type { Fault } from '../fault.ts';

export const sameSizeVolumes: Fault = {
  id: 'same-size-volumes',
  summary: 'other volumes of the project with the same size grow, too',
  requirement: 'effect.one-volume',
  mayAlsoFail: [],
  change: (rules) => ({
    grow: (job, context) => {
      const size = context.state.volumes.get(job.volumeId)?.size;
      for (const other of context.state.volumes.values()) {
        if (other.projectId === job.projectId && other.size === size) {
          rules.grow({ ...job, volumeId: other.id }, context);
        }
      }
    },
  }),
};

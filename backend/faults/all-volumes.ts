import type { Fault } from '../fault.ts';

export const allVolumes: Fault = {
  id: 'all-volumes',
  summary: 'every smaller volume of the project is extended, too',
  requirement: 'effect.one-volume',
  mayAlsoFail: [],
  change: (rules) => ({
    grow: (job, context) => {
      rules.grow(job, context);
      for (const other of context.state.volumes.values()) {
        if (other.projectId === job.projectId && other.size < job.size) {
          rules.grow({ ...job, volumeId: other.id }, context);
        }
      }
    },
  }),
};

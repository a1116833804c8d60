import type { Fault } from '../fault.ts';

export const wrongVolume: Fault = {
  id: 'wrong-volume',
  summary: "the project's oldest volume is extended instead",
  requirement: 'effect.one-volume',
  mayAlsoFail: ['effect.size', 'job.truthful', 'body.extra-keys', 'concurrency.lost-update'],
  change: (rules) => ({
    grow: (job, context) => {
      const oldest = [...context.state.volumes.values()].find(({ projectId }) => projectId === job.projectId);
      rules.grow({ ...job, volumeId: oldest?.id ?? job.volumeId }, context);
    },
  }),
};

import type { Fault } from '../fault.ts';

export const oldestRenamed: Fault = {
  id: 'oldest-renamed',
  summary: "the extended volume's name is written to the project's oldest volume",
  requirement: 'effect.one-volume',
  mayAlsoFail: [],
  change: (rules) => ({
    grow: (job, context) => {
      rules.grow(job, context);
      const { volumes } = context.state;
      const extended = volumes.get(job.volumeId);
      const oldest = [...volumes.values()].find(({ projectId }) => projectId === job.projectId);
      if (extended && oldest) context.state.putVolume({ ...oldest, name: extended.name });
    },
  }),
};

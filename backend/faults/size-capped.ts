import type { Fault } from '../fault.ts';

export const sizeCapped: Fault = {
  id: 'size-capped',
  summary: 'sizes above 16384 are accepted, but the volume grows to 16384 only',
  requirement: 'effect.size',
  mayAlsoFail: ['job.truthful', 'body.extra-keys', 'concurrency.lost-update'],
  change: (rules) => ({
    grow: (job, context) => {
      const current = context.state.volumes.get(job.volumeId)?.size ?? 0;
      rules.grow({ ...job, size: Math.max(current, Math.min(job.size, 16384)) }, context);
    },
  }),
};

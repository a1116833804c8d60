import type { Fault } from '../fault.ts';

export const concurrentAddsUp: Fault = {
  id: 'concurrent-adds-up',
  summary: 'the growth of two simultaneous extensions adds up',
  requirement: 'concurrency.lost-update',
  mayAlsoFail: [],
  change: (rules) => {
    const growth = new Map<string, number>();
    return {
      checkBusy: () => undefined,
      run: (job, steps, context) => {
        growth.set(job.id, job.size - (context.state.volumes.get(job.volumeId)?.size ?? 0));
        rules.run(job, steps, context);
      },
      grow: (job, context) => {
        const current = context.state.volumes.get(job.volumeId)?.size ?? 0;
        rules.grow({ ...job, size: current + (growth.get(job.id) ?? 0) }, context);
      },
    };
  },
};

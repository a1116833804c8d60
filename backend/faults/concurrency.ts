import { family } from '../fault.ts';
import type { Job } from '../model.ts';

/** Two extensions of one volume at the same time. */
export const concurrency = family({
  'concurrent-adds-up': {
    summary: 'the growth of two simultaneous extensions adds up',
    requirement: 'concurrency.lost-update',
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
  },
  'lost-update': {
    summary: 'of two simultaneous extensions the smaller one wins',
    requirement: 'concurrency.lost-update',
    change: (rules) => {
      const running = new Map<string, Job>();
      const overtaken = new Set<string>();
      return {
        checkBusy: () => undefined,
        run: (job, steps, context) => {
          for (const other of running.values()) {
            if (other.volumeId === job.volumeId) overtaken.add(other.size < job.size ? other.id : job.id);
          }
          running.set(job.id, job);
          const end = (): void => {
            running.delete(job.id);
            steps.grow();
            steps.conclude();
          };
          // the smaller one writes last, without a look at the present size; for 100 ms the larger size can be seen
          const finish = (): void => (overtaken.delete(job.id) ? context.settings.clock.after(100, end) : end());
          rules.run(job, { begin: steps.begin, grow: () => undefined, conclude: finish }, context);
        },
      };
    },
  },
});

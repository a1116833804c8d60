import type { Fault } from '../fault.ts';
import type { Job } from '../model.ts';

export const lostUpdate: Fault = {
  id: 'lost-update',
  summary: 'of two simultaneous extensions the smaller one wins',
  requirement: 'concurrency.lost-update',
  mayAlsoFail: [],
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
        // The smaller one writes last and does not look at what is there; for 100 ms the larger size can be seen.
        const finish = (): void => (overtaken.delete(job.id) ? context.settings.clock.after(100, end) : end());
        rules.run(job, { begin: steps.begin, grow: () => undefined, conclude: finish }, context);
      },
    };
  },
};

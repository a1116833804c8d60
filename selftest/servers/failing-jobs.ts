import type { Job } from '../../backend/model.ts';
import type { Change } from '../../backend/rules.ts';

/** Jobs that `isDoomed` picks at their beginning end in FAIL, and leave their volume as it was. */
export const failingJobs =
  (isDoomed: (job: Job) => boolean): Change =>
  (rules) => {
    const doomed = new Set<string>();
    return {
      run(job, steps, context) {
        if (isDoomed(job)) doomed.add(job.id);
        rules.run(job, steps, context);
      },
      grow(job, context) {
        if (!doomed.has(job.id)) rules.grow(job, context);
      },
      conclude(job, context) {
        rules.conclude(job, context);
        const ended = context.state.jobs.get(job.id);
        if (ended !== undefined && doomed.has(job.id))
          context.state.putJob({ ...ended, status: 'FAIL', failReason: 'not now' });
      },
    };
  };

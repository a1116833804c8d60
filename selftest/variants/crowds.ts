import { refuse } from '../../backend/refusal.ts';
import type { Change } from '../../backend/rules.ts';
import { failingJobs } from '../servers/failing-jobs.ts';
import type { Variant } from './variant.ts';

/** The most jobs of the project that run at once; a place is free `lingerMs` after its job has ended. */
export const places =
  (most: number, lingerMs = 0): Change =>
  (rules) => {
    let running = 0;
    return {
      checkBusy: (volume, context) =>
        rules.checkBusy(volume, context) ??
        (running >= most ? refuse('busy', 'wait for the ongoing jobs of the project, and try again') : undefined),
      run(job, steps, context) {
        running += 1;
        const leave = (): void => {
          running -= 1;
        };
        const conclude = (): void => {
          steps.conclude();
          if (lingerMs === 0) leave();
          else context.settings.clock.after(lingerMs, leave);
        };
        rules.run(job, { ...steps, conclude }, context);
      },
    };
  };

/** The same, reported by the job: it fails if too many are running. */
const failingPlaces =
  (most: number): Change =>
  (rules) => {
    let running = 0;
    const counted: Change = (inner) => ({
      run(job, steps, context) {
        const conclude = (): void => {
          steps.conclude();
          running -= 1;
        };
        inner.run(job, { ...steps, conclude }, context);
      },
    });
    const isDoomed = (): boolean => {
      running += 1;
      return running > most;
    };
    return failingJobs(isDoomed)({ ...rules, ...counted(rules) });
  };

/** A volume refuses further extensions for this long after its job has ended, in ms. */
const coolingDown =
  (ms: number): Change =>
  (rules) => ({
    conclude(job, context) {
      rules.conclude(job, context);
      context.state.busy.add(job.volumeId);
      context.settings.clock.after(ms, () => context.state.busy.delete(job.volumeId));
    },
  });

/** Right servers that cannot take many requests at once. */
export const crowds: readonly Variant[] = [
  {
    id: 'two-jobs-a-project',
    summary: 'a third extension is refused with 409 while two jobs of the project run',
    backend: { jobDelayMs: 60, change: places(2) },
    departs: ['concurrency.side-by-side'],
  },
  {
    id: 'project-lock',
    summary: 'the project is locked while a job of it runs, and for 300 ms more',
    backend: { jobDelayMs: 40, change: places(1, 300) },
    departs: ['concurrency.side-by-side'],
  },
  {
    id: 'two-jobs-by-failing',
    summary: 'a third job fails where two of the project run',
    backend: { jobDelayMs: 60, change: failingPlaces(2) },
    departs: ['concurrency.side-by-side'],
  },
  {
    id: 'cools-down',
    summary: 'a volume takes no extension for 300 ms after the last one has ended',
    backend: { change: coolingDown(300) },
  },
];

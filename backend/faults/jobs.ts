import { family } from '../fault.ts';
import type { Job } from '../model.ts';
import type { Change } from '../rules.ts';

/** A job shows other members than it has. */
const showing =
  (change: (job: Job) => Readonly<Record<string, unknown>>): Change =>
  (rules) => ({ jobView: (job, context) => ({ ...rules.jobView(job, context), ...change(job) }) });

/** A job says SUCCESS once, and something else at every later look. */
const relapsing =
  (change: Readonly<Record<string, unknown>>): Change =>
  (rules) => {
    const seen = new Set<string>();
    return {
      jobView: (job, context) => {
        const view = rules.jobView(job, context);
        if (job.status !== 'SUCCESS') return view;
        if (seen.has(job.id)) return { ...view, ...change };
        seen.add(job.id);
        return view;
      },
    };
  };

/** The job of an extension: the look-up and its contents. */
export const jobs = family({
  'job-500': {
    summary: 'the job endpoint ends in a 500',
    requirement: 'job.reachable',
    change: () => ({
      jobView: (job) => {
        throw new TypeError(`job ${job.id} has no handler`);
      },
    }),
  },
  'job-expires': {
    summary: 'a job that has ended is not found any more',
    requirement: 'job.reachable',
    change: (rules) => ({
      findJob: (...args) => {
        const job = rules.findJob(...args);
        return job?.endTime === null ? job : undefined;
      },
    }),
  },
  'job-id-constant': {
    summary: 'every extension has the same job_id, which shows the latest one',
    requirement: 'job.reachable',
    mayAlsoFail: ['job.vocabulary', 'job.truthful'],
    change: () => ({
      // each new job replaces the one before, as in a table with the id as its key
      jobId: () => '00000000-0000-4000-8000-000000000000',
    }),
  },
  'job-id-reused': {
    summary: 'every extension of a volume has the same job_id',
    requirement: 'job.reachable',
    mayAlsoFail: ['job.vocabulary'],
    change: () => ({
      jobId: (volume) => volume.id,
    }),
  },
  'job-id-per-volume': {
    summary: 'the jobs of each volume are counted from 1, and found by that number',
    requirement: 'job.reachable',
    mayAlsoFail: ['job.vocabulary', 'job.truthful'],
    change: () => {
      const counts = new Map<string, number>();
      return {
        jobId({ id }) {
          const count = (counts.get(id) ?? 0) + 1;
          counts.set(id, count);
          return `extension-${count}`;
        },
      };
    },
  },
  'job-view-foreign': {
    summary: 'the job shows another job_id than the one that was asked for',
    requirement: 'job.reachable',
    change: showing(({ volumeId }) => ({ job_id: volumeId })),
  },
  'job-stuck': {
    summary: 'the job stays RUNNING after the volume has grown',
    requirement: 'job.reachable',
    change: () => ({
      conclude: () => undefined,
    }),
  },
  'job-stuck-init': {
    summary: 'the job stays INIT after the volume has grown',
    requirement: 'job.reachable',
    change: showing(() => ({ status: 'INIT', end_time: null })),
  },
  'job-completed': {
    summary: 'a job ends as COMPLETED',
    requirement: 'job.vocabulary',
    mayAlsoFail: ['job.reachable'],
    change: showing(({ status }) => (status === 'SUCCESS' ? { status: 'COMPLETED' } : {})),
  },
  'job-lowercase': {
    summary: 'job states are written in lower case',
    requirement: 'job.vocabulary',
    mayAlsoFail: ['job.reachable'],
    change: showing(({ status }) => ({ status: status.toLowerCase() })),
  },
  'job-regresses': {
    summary: 'a job says SUCCESS once, then RUNNING again',
    requirement: 'job.vocabulary',
    change: relapsing({ status: 'RUNNING' }),
  },
  'job-success-then-fail': {
    summary: 'a job says SUCCESS once, then FAIL',
    requirement: 'job.vocabulary',
    mayAlsoFail: ['effect.size'],
    change: relapsing({ status: 'FAIL', fail_reason: 'timed out' }),
  },
  'success-too-early': {
    summary: 'the job says SUCCESS 1.5 s before the size changes',
    requirement: 'job.truthful',
    change: () => ({
      run: (_job, steps, { settings: { clock, jobDelayMs } }) => {
        // one after the other: on a busy machine, timers of different lengths may fire in another order
        clock.after(jobDelayMs / 2, () => {
          steps.begin();
          clock.after(jobDelayMs / 2, () => {
            steps.conclude();
            clock.after(1_500, steps.grow);
          });
        });
      },
    }),
  },
});

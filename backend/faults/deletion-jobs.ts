import { family } from '../fault.ts';
import type { Job } from '../model.ts';
import type { Change } from '../rules.ts';

/** The job of a deletion shows other members than it has. */
const showing =
  (change: (job: Job) => Readonly<Record<string, unknown>>): Change =>
  (rules) => ({
    jobView: (job, context) => {
      const view = rules.jobView(job, context);
      return job.type === 'deleteVolume' ? { ...view, ...change(job) } : view;
    },
  });

/** The job of a deletion: the look-up, its contents, and its times. */
export const deletionJobs = family(
  {
    'delete-job-stuck': {
      summary: 'the job of a deletion stays RUNNING after the volume has gone',
      requirement: 'job.reachable',
      change: () => ({ concludeDeletion: () => undefined }),
    },
    'delete-job-unknown': {
      summary: 'the job of a deletion is not found once the volume has gone',
      requirement: 'job.reachable',
      change: (rules) => ({
        findJob: (...args) => {
          const job = rules.findJob(...args);
          return job?.type === 'deleteVolume' && job.endTime !== null ? undefined : job;
        },
      }),
    },
    'delete-job-deleted': {
      summary: 'the job of a deletion ends as DELETED',
      requirement: 'job.vocabulary',
      mayAlsoFail: ['job.reachable'],
      change: showing(({ status }) => (status === 'SUCCESS' ? { status: 'DELETED' } : {})),
    },
    'delete-success-too-early': {
      summary: 'the job says SUCCESS 1.5 s before the volume goes',
      requirement: 'job.truthful',
      change: () => ({
        // without this, the volume would show `deleting`, and so count as gone when its job ends
        markDeleted: () => undefined,
        runDeletion: (_job, { begin, conclude, remove }, { settings: { clock, jobDelayMs } }) => {
          begin();
          clock.after(jobDelayMs, () => {
            conclude();
            clock.after(1_500, remove);
          });
        },
      }),
    },
    'delete-success-over-failure': {
      summary: 'the volume is available again for 1.5 s while the job says SUCCESS',
      requirement: 'job.truthful',
      change: () => ({
        runDeletion: ({ volumeId }, { begin, conclude, remove }, { state, settings: { clock, jobDelayMs } }) => {
          begin();
          clock.after(jobDelayMs, () => {
            const volume = state.volumes.get(volumeId);
            if (volume) state.putVolume({ ...volume, status: 'available' });
            conclude();
            clock.after(1_500, remove);
          });
        },
      }),
    },
  },
  'delete-volume',
);

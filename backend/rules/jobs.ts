import { timestamp } from '../clock.ts';
import { envelope, refuse } from '../refusal.ts';
import type { Rules } from '../rules.ts';

/** The course of an accepted extension. */
export const jobs: Pick<Rules, 'jobId' | 'run' | 'grow' | 'conclude' | 'findJob' | 'answerUnknownJob'> = {
  jobId: (_volume, { settings }) => settings.randomId(),

  run: (_job, { begin, grow, conclude }, { settings }) => {
    const half = settings.jobDelayMs / 2;
    // one after the other: two timers due in the same tick may fire in either order, and a job must not go back
    settings.clock.after(half, () => {
      begin();
      settings.clock.after(half, () => {
        // in one step: after SUCCESS, every look-up must find the new size
        grow();
        conclude();
      });
    });
  },

  grow: (job, { state, settings }) => {
    const volume = state.volumes.get(job.volumeId);
    if (volume) state.putVolume({ ...volume, size: job.size, updatedAt: timestamp(settings.clock) });
  },

  conclude: (job, { state, settings }) => {
    const gone = !state.volumes.has(job.volumeId);
    state.putJob({
      ...job,
      status: gone ? 'FAIL' : 'SUCCESS',
      endTime: timestamp(settings.clock),
      failReason: gone ? 'the volume was deleted meanwhile' : null,
    });
  },

  findJob: (projectId, jobId, { state }) => {
    const job = state.jobs.get(jobId);
    return job?.projectId === projectId ? job : undefined;
  },

  answerUnknownJob: (context) => envelope(refuse('unknown', 'no such job in this project'), context),
};

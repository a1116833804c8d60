import { json } from '../answers.ts';
import { timestamp } from '../clock.ts';
import type { DeletionRules } from '../deletion-rules.ts';
import { envelope, refuse } from '../refusal.ts';
import { jobs } from './jobs.ts';

const UNFIT = ['creating', 'deleting', 'extending'];

/** The rules of a deletion. */
export const deletions: DeletionRules = {
  deletesOn: (method) => method === 'DELETE',

  admitDeletion: (denial) => denial,

  findDeleted: (found) => found,

  answerNothingToDelete: (usual) => usual,

  checkDeletion: (volume, { state }) => {
    if (volume.servers.length > 0) return refuse('status', 'an attached volume cannot be deleted');
    if (UNFIT.includes(volume.status)) return refuse('status', `a volume that is ${volume.status} cannot be deleted`);
    return state.busy.has(volume.id) ? refuse('busy', 'the volume is being extended') : undefined;
  },

  answerDeletionRefused: (refusal, _volume, context) => envelope(refusal, context),

  markDeleted: (volume, { state }) => state.putVolume({ ...volume, status: 'deleting' }),

  // in one step, as with an extension: after SUCCESS, no look-up must find the volume
  runDeletion: (job, { begin, remove, conclude }, context) => jobs.run(job, { begin, grow: remove, conclude }, context),

  removeDeleted: (job, { state }) => state.removeVolume(job.volumeId),

  concludeDeletion: (job, { state, settings }) =>
    state.putJob({ ...job, status: 'SUCCESS', endTime: timestamp(settings.clock) }),

  answerDeletionAccepted: (job) => json(200, { job_id: job.id }),
};

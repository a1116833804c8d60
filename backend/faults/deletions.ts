import { json, plain } from '../answers.ts';
import { family } from '../fault.ts';
import { stackTrace } from '../fault-tools.ts';
import { newJob } from '../jobs.ts';
import type { BackendVolume } from '../model.ts';
import type { Change, RuleContext, Rules } from '../rules.ts';

/** The oldest other available volume of the project. */
const neighbour = ({ id, projectId }: BackendVolume, { state }: RuleContext): BackendVolume | undefined =>
  [...state.volumes.values()].find(
    (other) => other.id !== id && other.projectId === projectId && other.status === 'available',
  );

/** Remembers the volumes whose deletion was accepted. */
const remembering =
  (then: (gone: ReadonlyMap<string, BackendVolume>, rules: Rules) => Partial<Rules>): Change =>
  (rules) => {
    const gone = new Map<string, BackendVolume>();
    const markDeleted: Rules['markDeleted'] = (volume, context) => {
      gone.set(volume.id, volume);
      rules.markDeleted(volume, context);
    };
    return { markDeleted, ...then(gone, rules) };
  };

/** The effect of a deletion: on which volume, and on whose order. */
export const deletions = family(
  {
    'delete-ignored': {
      summary: 'a deletion is accepted, its job ends, and the volume is there as before',
      requirement: 'effect.deleted',
      mayAlsoFail: ['job.truthful'],
      change: () => ({ markDeleted: () => undefined, removeDeleted: () => undefined }),
    },
    'delete-ends-in-error': {
      summary: 'the volume stays, in the state error_deleting',
      requirement: 'effect.deleted',
      mayAlsoFail: ['job.truthful'],
      change: () => ({
        removeDeleted: ({ volumeId }, { state }) => {
          const volume = state.volumes.get(volumeId);
          if (volume) state.putVolume({ ...volume, status: 'error_deleting' });
        },
      }),
    },
    'delete-neighbour-too': {
      summary: 'the oldest other volume of the project goes, too',
      requirement: 'effect.others',
      change: (rules) => ({
        markDeleted: (volume, context) => {
          rules.markDeleted(volume, context);
          const other = neighbour(volume, context);
          if (other) context.state.removeVolume(other.id);
        },
      }),
    },
    'delete-neighbour-error': {
      summary: 'the oldest other volume of the project ends in the state error',
      requirement: 'effect.others',
      change: (rules) => ({
        markDeleted: (volume, context) => {
          rules.markDeleted(volume, context);
          const other = neighbour(volume, context);
          if (other) context.state.putVolume({ ...other, status: 'error' });
        },
      }),
    },
    'delete-despite-token': {
      summary: 'a request without a good token is refused, and the volume goes all the same',
      requirement: 'effect.refusal',
      change: () => ({
        admitDeletion: (denial, volumeId, { state }) => {
          if (denial?.refused === 'token') state.removeVolume(volumeId);
          return denial;
        },
      }),
    },
    'delete-despite-project': {
      summary: 'a request by the path of another project is refused, and the volume goes all the same',
      requirement: 'effect.refusal',
      change: () => ({
        admitDeletion: (denial, volumeId, { state }) => {
          if (denial?.refused === 'project') state.removeVolume(volumeId);
          return denial;
        },
      }),
    },
    'delete-no-auth': {
      summary: 'whoever deletes needs no token',
      requirement: 'auth.required',
      change: () => ({ admitDeletion: (denial) => (denial?.refused === 'token' ? undefined : denial) }),
    },
    'delete-other-project': {
      summary: 'volumes of other projects are found and deleted',
      requirement: 'auth.project',
      change: () => ({ findDeleted: (found, volumeId, { state }) => found ?? state.volumes.get(volumeId) }),
    },
    'delete-by-patch': {
      summary: 'the method PATCH deletes, too',
      requirement: 'path.method',
      change: (rules) => ({ deletesOn: (method) => method === 'PATCH' || rules.deletesOn(method) }),
    },
    'delete-unknown-200': {
      summary: 'the deletion of an unknown volume gets 200 and a job',
      requirement: 'path.unknown',
      change: remembering((gone) => ({
        answerNothingToDelete: (usual, volumeId, context, projectId) => {
          // a volume that exists elsewhere is not unknown, nor is one that has existed: both stay refused
          if (gone.has(volumeId) || context.state.volumes.has(volumeId)) return usual;
          const nothing = { id: volumeId, projectId, size: 0 };
          const job = newJob(context.settings.randomId(), 'deleteVolume', nothing, context);
          context.state.putJob({ ...job, status: 'SUCCESS', endTime: job.beginTime });
          return json(200, { job_id: job.id });
        },
      })),
    },
    'delete-again-500': {
      summary: 'a second deletion ends in a 500 while the first is under way, and after it',
      requirement: 'delete.again',
      mayAlsoFail: ['response.client-error', 'response.error-envelope'],
      change: remembering((gone, rules) => {
        const crash = (id: string) => plain(500, stackTrace(new TypeError(`volume ${id} is null`)));
        return {
          answerDeletionRefused: (refusal, volume, context) =>
            gone.has(volume.id) ? crash(volume.id) : rules.answerDeletionRefused(refusal, volume, context),
          answerNothingToDelete: (usual, volumeId) => (gone.has(volumeId) ? crash(volumeId) : usual),
        };
      }),
    },
  },
  'delete-volume',
);

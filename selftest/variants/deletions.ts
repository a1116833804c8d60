import { json } from '../../backend/answers.ts';
import { newJob } from '../../backend/jobs.ts';
import type { Change, RuleContext, Rules } from '../../backend/rules.ts';
import { type FrontCall, type FrontReply, jsonReply } from '../servers/front.ts';
import type { Variant } from './variant.ts';

/** The service deletes, with the steps of its job in the order of `course`. */
const running =
  (course: Rules['runDeletion']): Change =>
  () => ({ runDeletion: course });

/** The answer to a second deletion, while the first one is under way and after it; `job` is the first one's. */
const again =
  (
    answer: (job: string, volumeId: string, context: RuleContext) => ReturnType<Rules['answerDeletionAccepted']>,
  ): Change =>
  (rules) => {
    const jobs = new Map<string, string>();
    return {
      answerDeletionAccepted: (job, context) => {
        jobs.set(job.volumeId, job.id);
        return rules.answerDeletionAccepted(job, context);
      },
      answerDeletionRefused: (refusal, volume, context) => {
        const job = jobs.get(volume.id);
        return job === undefined
          ? rules.answerDeletionRefused(refusal, volume, context)
          : answer(job, volume.id, context);
      },
      answerNothingToDelete: (usual, volumeId, context) => {
        const job = jobs.get(volumeId);
        return job === undefined ? usual : answer(job, volumeId, context);
      },
    };
  };

/** A job without anything left to do. */
function idleJob(volumeId: string, context: RuleContext) {
  const { settings, state } = context;
  const [projectId = settings.project] = Object.values(settings.tokens);
  const job = newJob(settings.randomId(), 'deleteVolume', { id: volumeId, projectId, size: 0 }, context);
  state.putJob({ ...job, status: 'SUCCESS', endTime: job.beginTime });
  return json(200, { job_id: job.id });
}

/** The refusal of a look-up of a missing volume. */
const unseen =
  (status: number, code: string) =>
  (reply: FrontReply, { method, path }: FrontCall): FrontReply =>
    method === 'GET' && reply.status === 404 && /\/cloudvolumes\/[^/]+$/.test(path)
      ? jsonReply(status, { error: { message: 'there is no such volume any more', code } })
      : reply;

/** A deleted volume can still be looked up, in the state deleted. */
function keptAsDeleted(reply: FrontReply, { method, path }: FrontCall): FrontReply {
  const [, id] = /\/cloudvolumes\/([^/]+)$/.exec(path) ?? [];
  if (method !== 'GET' || reply.status !== 404 || id === undefined) return reply;
  return jsonReply(200, { volume: { id, size: 10, status: 'deleted', multiattach: false } });
}

const servers: readonly Variant[] = [
  {
    id: 'delete-instantly',
    summary: 'a volume is gone, and its job over, before the answer goes out',
    backend: {
      change: running((_job, { begin, remove, conclude }) => [begin, remove, conclude].forEach((step) => void step())),
    },
  },
  {
    id: 'delete-gone-before-job',
    summary: 'a volume is gone at once, and its job runs for 3 s',
    backend: {
      change: running((_job, { begin, remove, conclude }, { settings }) => {
        begin();
        remove();
        settings.clock.after(3_000, conclude);
      }),
    },
    limits: { jobMs: 20_000 },
  },
  {
    id: 'delete-slowly',
    summary: 'a volume is deleting for 1.5 s, and then not found',
    backend: { jobDelayMs: 1_500 },
    limits: { jobMs: 10_000 },
  },
  {
    id: 'delete-unannounced',
    summary: 'a volume is available for 300 ms after the answer, and then not found',
    backend: { jobDelayMs: 300, change: () => ({ markDeleted: () => undefined }) },
    limits: { jobMs: 10_000 },
  },
  {
    id: 'delete-kept-as-deleted',
    summary: 'a volume that was deleted is shown as deleted from then on, and no longer listed',
    front: { dress: keptAsDeleted },
  },
  {
    id: 'delete-then-410',
    summary: 'a volume that is not there is looked up with 410',
    front: { dress: unseen(410, 'EVS.0410') },
  },
  {
    id: 'delete-again-same-job',
    summary: 'a second deletion is answered with 200 and the job of the first',
    backend: { change: again((job) => json(200, { job_id: job })) },
  },
  {
    id: 'delete-again-new-job',
    summary: 'a second deletion is answered with 200 and a job that does nothing',
    backend: { change: again((_job, volumeId, context) => idleJob(volumeId, context)) },
  },
  {
    id: 'delete-again-409',
    summary: 'a second deletion is refused with 409',
    backend: { change: again(() => json(409, { error: { message: 'it is gone', code: 'EVS.0409' } })) },
  },
];

/** Right servers that delete volumes in another way. */
export const deletions: readonly Variant[] = servers.map((one) => ({ ...one, operation: 'delete-volume' }));

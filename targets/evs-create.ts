import { at, type EvsApi, type Reply, saying, textAt } from './evs-api.ts';
import type { Span } from './span.ts';
import type { Named, Obtained, Volume, VolumeSpec } from './target.ts';
import { shownText } from './text.ts';

/** What is sent beside name and size. */
export interface Creation {
  readonly availabilityZone?: string | undefined;
  readonly volumeType?: string | undefined;
}

/** What says that there is no room, in the words of whoever refuses. */
const quotaWords = /quota|over.?limit/i;

/** `ended`: the job has failed and names no volume; whether it left one is for the list to say. */
export type Created = Obtained | { readonly kind: 'ended'; readonly reason: string };

/** Creates one volume and follows it until it is available. */
export async function createVolume(
  api: EvsApi,
  spec: VolumeSpec,
  named: Named,
  { availabilityZone, volumeType }: Creation,
  span: Span,
): Promise<Created> {
  const { project, name } = named;
  const optional = {
    ...(availabilityZone === undefined ? {} : { availability_zone: availabilityZone }),
    ...(volumeType === undefined ? {} : { volume_type: volumeType }),
    ...(spec.multiattach ? { multiattach: true } : {}),
  };
  const reply = await api.create(project, { name, size: spec.size, ...optional, count: 1 }, span.send);
  const reason = `the creation of a volume ${saying(reply)}`;
  if (reply.kind === 'none') return failed(reason, reply.reason === 'unreachable' ? 'no' : 'unknown');
  if (reply.status >= 500) return failed(reason, 'unknown');
  if (reply.status >= 300) return refused(reason, reply.status === 413);
  const id = volumeIdIn(reply.json);
  if (id !== undefined) return untilAvailable(api, { ...named, id }, span);
  const job = textAt(reply.json, 'job_id');
  if (job !== undefined) return untilMade(api, job, named, span);
  return failed(`${reason} with neither a job_id nor the id of a volume`, 'unknown');
}

/** Follows the job of a creation to its end. */
async function untilMade(api: EvsApi, job: string, named: Named, span: Span): Promise<Created> {
  for (;;) {
    const reply = await api.readJob(named.project, job, span.send);
    const json = jsonOf(reply);
    const status = textAt(json, 'status');
    const id = volumeIdIn(at(json, 'entities'));
    if (status === 'SUCCESS') {
      if (id !== undefined) return untilAvailable(api, { ...named, id }, span);
      return failed(`the job ${job} of a creation is at SUCCESS without entities.volume_id`, 'unknown');
    }
    if (status === 'FAIL') {
      const words = [textAt(json, 'fail_reason'), textAt(json, 'error_code')].filter((word) => word !== undefined);
      const reason = `the job of a creation failed (${shownText(words.join(', ')) || 'it gives no reason'})`;
      return id === undefined ? { kind: 'ended', reason } : failed(reason, { ...named, id });
    }
    const seen = status === undefined ? saying(reply) : `is at ${shownText(status)}`;
    if (!(await span.pause()))
      return failed(`the job ${job} of a creation ${seen}, and did not end within ${span.ms} ms`, 'unknown');
  }
}

async function untilAvailable(api: EvsApi, volume: Volume, span: Span): Promise<Obtained> {
  for (;;) {
    const reply = await api.readVolume(volume.project, volume.id, span.send);
    const status = textAt(jsonOf(reply), 'volume', 'status');
    if (status === 'available') return { kind: 'volume', volume };
    const seen = status === undefined ? saying(reply) : `is "${shownText(status)}"`;
    const reason = `the volume ${volume.id} that was created ${seen}, and did not become available within ${span.ms} ms`;
    if (status?.startsWith('error') === true || !(await span.pause())) return failed(reason, volume);
  }
}

/** Where the volume's id stands: answers and jobs of one, and of several of which there is one. */
function volumeIdIn(json: unknown): string | undefined {
  return (
    textAt(json, 'volume_id') ??
    textAt(json, 'volume', 'id') ??
    textAt(json, 'volume_ids', 0) ??
    textAt(json, 'volumes', 0, 'id') ??
    textAt(json, 'sub_jobs', 0, 'entities', 'volume_id')
  );
}

const jsonOf = (reply: Reply): unknown => (reply.kind === 'answer' && reply.status === 200 ? reply.json : undefined);

type Failed = Extract<Obtained, { readonly kind: 'failed' }>;

const failed = (reason: string, made: Failed['made']): Failed => ({ kind: 'failed', reason, made });

/** A refusal for want of room costs the wish, and may be met when volumes have come back; any other means that it does not work. */
export function refused(reason: string, isQuota = false): Obtained {
  if (isQuota || quotaWords.test(reason)) return { kind: 'unavailable', reason: `the quota is exhausted: ${reason}` };
  return failed(reason, 'no');
}

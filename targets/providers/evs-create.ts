import { shownText } from '../text.ts';
import type { Named, VolumeSpec } from '../volume-source.ts';
import { type Created, type Creation, failed, spelled, untilAvailable, whyNotCreated } from './creation.ts';
import type { EvsApi } from './evs-api.ts';
import { at, jsonOf, type Reply, saying, textAt } from './reply.ts';
import type { CallSpan } from './span.ts';

/** Creates one volume and follows it until it is available. */
export async function createVolume(
  api: EvsApi,
  { size, multiattach }: VolumeSpec,
  named: Named,
  creation: Creation,
  span: CallSpan,
): Promise<Created> {
  const { project, name } = named;
  const optional = { ...spelled(creation), ...(multiattach ? { multiattach: true } : {}) };
  const reply = await api.create(project, { name, size, ...optional, count: 1 }, span.send);
  return whyNotCreated(reply) ?? followCreation(api, reply, named, span);
}

/** An accepted creation names the volume, or a job. */
async function followCreation(api: EvsApi, reply: Reply, named: Named, span: CallSpan): Promise<Created> {
  const json = reply.kind === 'answer' ? reply.json : undefined;
  const id = volumeIdIn(json);
  if (id !== undefined) return untilAvailable(api, { ...named, id }, span);
  const job = textAt(json, 'job_id');
  if (job !== undefined) return untilMade(api, job, named, span);
  const reason = `the creation of a volume ${saying(reply)} with neither a job_id nor the id of a volume`;
  return failed(reason, 'unknown');
}

/** Follows the job of a creation to its end. */
async function untilMade(api: EvsApi, job: string, named: Named, span: CallSpan): Promise<Created> {
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
    if (await span.pause()) continue;
    const reason =
      status === undefined
        ? `the look-up of the job ${job} of a creation ${saying(reply)} for ${span.ms} ms (volumes.paths.job)`
        : `the job ${job} of a creation is at ${shownText(status)}, and did not end within ${span.ms} ms (limits.hookMs)`;
    return failed(reason, 'unknown');
  }
}

/** The volume's id, in answers and jobs of one volume, and in those of several with a single one. */
function volumeIdIn(json: unknown): string | undefined {
  return (
    textAt(json, 'volume_id') ??
    textAt(json, 'volume', 'id') ??
    textAt(json, 'volume_ids', 0) ??
    textAt(json, 'volumes', 0, 'id') ??
    textAt(json, 'sub_jobs', 0, 'entities', 'volume_id')
  );
}

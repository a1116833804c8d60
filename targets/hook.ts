import type { Clock } from '../wire/clock.ts';
import type { WireAnswer } from '../wire/exchange.ts';
import { sendPatiently } from '../wire/patient.ts';
import type { SendLimits, Transport } from '../wire/transport.ts';
import type { Obtained, Volume, VolumeSource, VolumeSpec } from './target.ts';

/** Ids longer than this, or that a path cannot carry even when it is escaped, are no ids. */
const idPattern = /^(?!\.{1,2}$)[^\p{C}]{1,255}$/u;

/** A hook that let so many set-ups in a row go without an answer is not asked again. */
const maxSilence = 3;

/** How long calls may take, and what ends them before that. */
export interface HookLimits {
  readonly setUp: SendLimits;
  readonly teardown: SendLimits;
}

/** Volumes by way of the vendor's state hook (provider states): `POST <states URL>`. */
export function stateHook(transport: Transport, clock: Clock, limits: HookLimits): VolumeSource {
  let silence = 0;

  async function call(action: 'setup' | 'teardown', params: unknown): Promise<WireAnswer | string> {
    const body = JSON.stringify({ state: 'volume', action, params });
    const within = action === 'setup' ? limits.setUp : limits.teardown;
    for (let attempt = 0; ; attempt += 1) {
      const { reply } = await sendPatiently(transport, { method: 'POST', path: '', body }, clock, within);
      if (reply.kind === 'answer' && reply.status !== 503) return reply;
      // only what was certainly not carried out may be repeated: a set-up sent twice could leave a volume behind
      const certain = reply.kind === 'answer' || reply.reason === 'unreachable';
      const again = certain || (action === 'teardown' && reply.reason === 'reset');
      if (!again || attempt >= 2 || within.signal?.aborted === true) {
        if (reply.kind === 'answer') return reply;
        const waited = reply.reason === 'timeout' ? `within ${within.timeoutMs ?? '?'} ms` : `(${reply.detail})`;
        return `the state hook gave no answer ${waited}`;
      }
      await clock.sleep(100 * 2 ** attempt, within.signal);
    }
  }

  return {
    hint: `check --states ${transport.url}`,
    async obtain(spec): Promise<Obtained> {
      if (silence >= maxSilence)
        return {
          kind: 'failed',
          reason: `the state hook gave no answer to ${maxSilence} set-ups in a row`,
          made: 'no',
        };
      const answer = await call('setup', paramsOf(spec));
      silence = typeof answer === 'string' ? silence + 1 : 0;
      if (typeof answer === 'string') return { kind: 'failed', reason: answer, made: 'unknown' };
      if (answer.status === 422) return { kind: 'unavailable', reason: `the state hook cannot: ${reasonOf(answer)}` };
      if (answer.status !== 200)
        return { kind: 'failed', reason: `the state hook answered ${answer.status} to a set-up`, made: 'no' };
      return volumeOf(answer.json);
    },
    async giveBack(volume) {
      const answer = await call('teardown', { project_id: volume.project, volume_id: volume.id });
      if (typeof answer === 'string') return answer;
      if (answer.status === 200 || answer.status === 204) return undefined;
      return `the state hook answered ${answer.status} to the teardown`;
    },
  };
}

function paramsOf(spec: VolumeSpec): unknown {
  const { size, status, multiattach, servers, tenant } = spec;
  return { size, status, multiattach, servers, ...(tenant === undefined ? {} : { tenant }) };
}

function reasonOf(answer: WireAnswer): string {
  const reason = (answer.json as { reason?: unknown } | null | undefined)?.reason;
  return typeof reason === 'string' && reason !== '' ? reason.slice(0, 200) : 'it gives no reason';
}

/** What was handed out. Ids that fit no path are of no use, and yet name something that has to be given back. */
function volumeOf(json: unknown): Obtained {
  const { project_id: project, volume_id: id } = (json ?? {}) as { project_id?: unknown; volume_id?: unknown };
  const reason = 'the state hook answered 200 without a usable project_id and volume_id';
  if (typeof project !== 'string' || typeof id !== 'string' || id === '' || project.length + id.length > 4096)
    return { kind: 'failed', reason, made: 'unknown' };
  const volume: Volume = { project, id };
  if (!idPattern.test(project) || !idPattern.test(id)) return { kind: 'failed', reason, made: volume };
  return { kind: 'volume', volume };
}

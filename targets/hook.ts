import type { Clock } from '../wire/clock.ts';
import type { WireAnswer } from '../wire/exchange.ts';
import { sendPatiently } from '../wire/patient.ts';
import type { Transport } from '../wire/transport.ts';
import { CouldNotRun, type Obtained, type Volume, type VolumeSource, type VolumeSpec } from './target.ts';

/** Ids longer than this, or with characters that change the meaning of a path, are no ids. */
const idPattern = /^(?!\.{1,2}$)[^\s/?#%\\]{1,255}$/;

/** Volumes by way of the vendor's state hook (provider states): `POST <states URL>`. */
export function stateHook(transport: Transport, clock: Clock): VolumeSource {
  let spoke = false;

  async function call(action: 'setup' | 'teardown', params: unknown): Promise<WireAnswer | string> {
    const body = JSON.stringify({ state: 'volume', action, params });
    for (let attempt = 0; ; attempt += 1) {
      const { reply } = await sendPatiently(transport, { method: 'POST', path: '', body }, clock);
      if (reply.kind === 'answer' && reply.status !== 503) return reply;
      // only what was certainly not carried out may be repeated: a set-up sent twice could leave a volume behind
      const again = action === 'teardown' || reply.kind === 'answer';
      if (!again || attempt >= 2)
        return reply.kind === 'answer' ? reply : `the state hook gave no answer (${reply.detail})`;
      await clock.sleep(100 * 2 ** attempt);
    }
  }

  /** At the first call a hook that does not work means that nothing can run; later it costs single rows. */
  function failed(reason: string): Obtained {
    if (!spoke) throw new CouldNotRun(`${reason}: check --states ${transport.url}`);
    return { kind: 'unavailable', reason };
  }

  return {
    async obtain(spec) {
      const answer = await call('setup', paramsOf(spec));
      if (typeof answer === 'string') return failed(answer);
      if (answer.status === 422) {
        spoke = true;
        return { kind: 'unavailable', reason: `the state hook cannot: ${reasonOf(answer)}` };
      }
      const volume = answer.status === 200 ? volumeOf(answer.json) : undefined;
      if (volume === undefined)
        return failed(`the state hook answered ${answer.status} without a usable project_id and volume_id`);
      spoke = true;
      return { kind: 'volume', volume };
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

function volumeOf(json: unknown): Volume | undefined {
  const { project_id: project, volume_id: id } = (json ?? {}) as { project_id?: unknown; volume_id?: unknown };
  if (typeof project !== 'string' || typeof id !== 'string') return undefined;
  return idPattern.test(project) && idPattern.test(id) ? { project, id } : undefined;
}

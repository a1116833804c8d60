import type { Clock } from '../wire/clock.ts';
import type { WireAnswer } from '../wire/exchange.ts';
import { generous } from '../wire/json.ts';
import { sendPatiently } from '../wire/patient.ts';
import type { Transport } from '../wire/transport.ts';
import { type Call, reasonIn, setUpCall, teardownCall, volumeIn } from './protocol.ts';
import type { Obtained, SourceLimits, VolumeSource } from './target.ts';

/** A hook that let so many set-ups in a row go without an answer is not asked again. */
const maxSilence = 3;

/** Volumes by way of the vendor's state hook (provider states): `POST <states URL>`. */
export function stateHook(transport: Transport, clock: Clock, limits: SourceLimits): VolumeSource {
  let silence = 0;

  async function send(call: Call): Promise<WireAnswer | string> {
    const { action } = call;
    const body = JSON.stringify(call);
    const within = { ...(action === 'setup' ? limits.setUp : limits.teardown), reads: generous };
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
    async obtain(spec, setUp): Promise<Obtained> {
      if (silence >= maxSilence)
        return {
          kind: 'failed',
          reason: `the state hook gave no answer to ${maxSilence} set-ups in a row`,
          made: 'no',
        };
      setUp.goesOut(`the state hook ${transport.url}`);
      const answer = await send(setUpCall(spec));
      silence = typeof answer === 'string' ? silence + 1 : 0;
      if (typeof answer === 'string') return { kind: 'failed', reason: answer, made: 'unknown' };
      if (answer.status === 422) {
        const reason = reasonIn(answer.json) ?? 'it gives no reason';
        return { kind: 'unavailable', reason: `the state hook cannot: ${reason}` };
      }
      if (answer.status !== 200)
        return { kind: 'failed', reason: `the state hook answered ${answer.status} to a set-up`, made: 'no' };
      return volumeIn(answer.json, 'the state hook answered 200');
    },
    async giveBack(volume) {
      const answer = await send(teardownCall(volume));
      if (typeof answer === 'string') return answer;
      if (answer.status === 200 || answer.status === 204) return undefined;
      return `the state hook answered ${answer.status} to the teardown`;
    },
  };
}

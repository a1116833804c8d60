import { adviceOn, adviceOnMove, adviceOnStranger } from '../../wire/advice.ts';
import type { Clock } from '../../wire/clock.ts';
import type { Exchange, NoAnswer, WireAnswer } from '../../wire/exchange.ts';
import { cutTo } from '../../wire/held.ts';
import { generous } from '../../wire/json.ts';
import { sendPatiently } from '../../wire/patient.ts';
import type { Secrets } from '../../wire/redact.ts';
import { inTheirWords } from '../../wire/said.ts';
import type { Transport } from '../../wire/transport.ts';
import type { Obtained, ProviderLimits, VolumeProvider } from '../volume-source.ts';
import { reasonIn, setUpCall, teardownCall, type VolumeCall, volumeIn } from './protocol.ts';

/** After this many set-ups in a row without an answer, the hook is not asked again. */
const maxSilence = 3;

/** `isCertain`: it is certain that nothing was carried out. */
interface HookSilence {
  readonly silent: string;
  readonly isCertain: boolean;
}

/**
 * An answer. `said`: its status, and the beginning of an error's body, which tells the hook's reason. `advice`: the end of
 * a sentence about an answer that is not the hook's own; empty if it may be.
 */
type HookAnswer = WireAnswer & { readonly said: string; readonly advice: string };

function adviceOnAnswer(exchange: Exchange, answer: WireAnswer): string {
  const advice = adviceOnMove(exchange, '--states') ?? adviceOnStranger(answer, exchange.url);
  return advice === undefined ? '' : `: ${advice}`;
}

/** An error's body that has no words of its own is shown as it is, in characters. */
const longestBody = 200;

function saidIn(answer: WireAnswer, secrets: Secrets): string {
  const { status, text } = answer;
  if (status < 300) return String(status);
  // hidden before it is cut, for half a secret would not be known for one
  const body = cutTo(secrets.hide(text.trim()), longestBody);
  return `${status}${inTheirWords(answer, secrets) || (body === '' ? '' : ` (${JSON.stringify(body)})`)}`;
}

function silenceOf(reply: NoAnswer, url: string, timeoutMs: number | undefined): string {
  const isLate = reply.reason === 'timeout';
  const advice = adviceOn(isLate ? { ...reply, detail: 'no answer within' } : reply, url, 'hook');
  const told = advice === undefined ? '' : `: ${advice}`;
  return isLate
    ? `the state hook gave no answer within ${timeoutMs ?? '?'} ms${told}`
    : `the state hook gave no answer${told} (${reply.detail})`;
}

/** Whether a volume may have been made: a success outside the protocol, or a gateway that does not know the result. */
const isVague = ({ status }: WireAnswer): boolean =>
  (status >= 200 && status < 300) || status === 502 || status === 504;

/** Volumes by way of the vendor's state hook (provider states): `POST <states URL>`. */
export function stateHook(transport: Transport, clock: Clock, limits: ProviderLimits): VolumeProvider {
  let silence = 0;

  async function send(call: VolumeCall): Promise<HookAnswer | HookSilence> {
    const { action } = call;
    const body = JSON.stringify(call);
    const within = { ...(action === 'setup' ? limits.setUp : limits.teardown), reads: generous };
    for (let attempt = 0; ; attempt += 1) {
      const exchange = await sendPatiently(transport, { method: 'POST', path: '', body }, clock, within);
      const { reply } = exchange;
      const answer = (one: WireAnswer, advice: string): HookAnswer => ({
        ...one,
        said: saidIn(one, transport.auth.secrets),
        advice,
      });
      if (reply.kind === 'answer' && reply.status !== 503) return answer(reply, adviceOnAnswer(exchange, reply));
      // only a request that was certainly not carried out may be repeated: a set-up sent twice could leave a volume behind
      const certain = reply.kind === 'answer' || reply.reason === 'unreachable';
      const again = certain || (action === 'teardown' && reply.reason === 'reset');
      if (!again || attempt >= 2 || within.signal?.aborted === true) {
        if (reply.kind === 'answer') return answer(reply, '');
        return { silent: silenceOf(reply, exchange.url, within.timeoutMs), isCertain: certain };
      }
      await clock.sleep(100 * 2 ** attempt, within.signal);
    }
  }

  return {
    isForTests: true,
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
      silence = 'silent' in answer ? silence + 1 : 0;
      if ('silent' in answer)
        return { kind: 'failed', reason: answer.silent, made: answer.isCertain ? 'no' : 'unknown' };
      if (answer.status === 422) {
        const reason = reasonIn(answer.json) ?? 'it gives no reason';
        return { kind: 'unavailable', reason: `the state hook cannot: ${reason}` };
      }
      const made = volumeIn(answer.json, `the state hook answered ${answer.status}`);
      if (answer.status === 200) return made;
      const reason = `the state hook answered ${answer.said} to a set-up${answer.advice}`;
      // an answer that names a volume has made it, even if it reports a failure
      if (made.kind === 'volume') return { kind: 'failed', reason, made: made.volume };
      return { kind: 'failed', reason, made: made.made === 'unknown' && !isVague(answer) ? 'no' : made.made };
    },
    async giveBack(volume) {
      const answer = await send(teardownCall(volume));
      if ('silent' in answer) return answer.silent;
      if (answer.status === 200 || answer.status === 204) return undefined;
      return `the state hook answered ${answer.said} to the teardown${answer.advice}`;
    },
  };
}

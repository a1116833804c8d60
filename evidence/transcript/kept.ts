import type { JobReading, NoReading, VolumeReading } from '../../targets/observe.ts';
import type { Exchange, Times, WireAnswer } from '../../wire/exchange.ts';
import { maxText } from '../../wire/held.ts';
import { parseJson } from '../../wire/json.ts';
import type { Secrets } from '../../wire/redact.ts';
import type { Answered, ExchangeLine, Said } from './lines.ts';

/** If all answers exceed so many characters, long ones are cut: a transcript must not fill a disk. */
const maxKept = 128 * 1024 * 1024;
const maxLong = 16_384;

/** Tells exchanges as a transcript keeps them, secrets replaced. */
export function openKeeper(secrets: () => Secrets): (exchange: Exchange, number: number, times: Times) => ExchangeLine {
  let kept = 0;

  function answered(answer: WireAnswer): Answered {
    const hidden = secrets();
    const text = hidden.hide(answer.text);
    const { json } = answer;
    const most = json === undefined ? maxText : kept > maxKept ? maxLong : text.length;
    kept += Math.min(most, text.length);
    // a secret that is a key of the answer, or a number in it, cannot be replaced without another answer coming of it
    const isWhole =
      json === undefined || (text.length <= most && (text === answer.text || isAsIt(parseJson(text), json, hidden)));
    return {
      status: answer.status,
      headers: hide(answer.headers, hidden),
      body: text.slice(0, most),
      ...(text.length > most ? { bodyLength: text.length } : {}),
      ...(answer.truncated ? { truncated: true } : {}),
      ...(isWhole ? {} : { whole: false }),
    };
  }

  return ({ request, url, sent, reply }, number, times) => {
    const hidden = secrets();
    const { method, body } = request;
    return {
      kind: 'exchange',
      number,
      ...times,
      step: request.step ?? null,
      request: {
        method,
        url: hidden.hide(url),
        headers: hide(sent, hidden),
        body: body === undefined ? null : hidden.hide(body),
        credentials: request.credentials ?? 'own',
      },
      response: reply.kind === 'none' ? { none: reply.reason, detail: hidden.hide(reply.detail) } : answered(reply),
    };
  };
}

const hide = (headers: Readonly<Record<string, string>>, secrets: Secrets): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [hideName(name, secrets), secrets.hide(value)]));

/** Names that we send ourselves are no secret, whatever a secret looks like. */
const ours = /^(accept|accept-encoding|authorization|content-length|content-type|date|user-agent|x-auth-token)$/;
const hideName = (name: string, secrets: Secrets): string => (ours.test(name) ? name : secrets.hide(name));

/** Such as the state of a volume: hidden, it is another one. */
const word = /^[A-Za-z_-]{1,32}$/;

/** Whether a text with secrets replaced is the same as before, except for strings. */
function isAsIt(found: unknown, json: unknown, secrets: Secrets): boolean {
  if (typeof json === 'string') return found === secrets.hide(json) && (found === json || !word.test(json));
  if (typeof json !== 'object' || json === null) return Object.is(found, json);
  if (typeof found !== 'object' || found === null || Array.isArray(found) !== Array.isArray(json)) return false;
  const [own, other] = [Object.entries(json), Object.entries(found)];
  return (
    own.length === other.length &&
    own.every(([key, value], at) => other[at]?.[0] === key && isAsIt(other[at]?.[1], value, secrets))
  );
}

/** The content of a reading, without its source. */
export function said(
  reading: VolumeReading | JobReading | NoReading,
  hide: (text: string) => string = (text) => text,
): Said {
  if (reading.kind === 'volume') {
    const { kind, size, status, multiattach = null } = reading;
    return { kind, size, status: hide(status), multiattach };
  }
  if (reading.kind === 'job')
    return { kind: 'job', id: reading.id === undefined ? null : hide(reading.id), status: hide(reading.status) };
  return { kind: 'unreadable', why: reading.why, reason: hide(reading.reason) };
}

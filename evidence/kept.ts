import type { JobReading, NoReading, VolumeReading } from '../targets/observe.ts';
import type { Exchange, WireAnswer } from '../wire/exchange.ts';
import type { Answered, ExchangeLine, Said } from './lines.ts';

/** JSON of an answer is kept up to so many characters: documented ones have some hundred. */
const maxJson = 16_384;

/** Of what is no JSON nobody looks at more than a report shows; one character more tells that there was more. */
const maxText = 4_097;

/** An exchange as a transcript keeps it, secrets included. */
export function toldExchange({ request, url, sent, reply }: Exchange, number: number): ExchangeLine {
  const { method, body = null } = request;
  return {
    kind: 'exchange',
    number,
    request: { method, url, headers: sent, body },
    response: reply.kind === 'none' ? { none: reply.reason, detail: reply.detail } : answered(reply),
  };
}

function answered({ status, headers, text, truncated, json }: WireAnswer): Answered {
  const most = json === undefined ? maxText : maxJson;
  return {
    status,
    headers,
    body: text.slice(0, most),
    ...(text.length > most ? { bodyLength: text.length } : {}),
    ...(truncated ? { truncated } : {}),
  };
}

/** Whether what is kept of an answer is all that anybody judges by. */
export function isWhole({ body, bodyLength }: Answered): boolean {
  return bodyLength === undefined || body.length !== maxJson;
}

/** What a reading says, without what it was read from. */
export function said(reading: VolumeReading | JobReading | NoReading): Said {
  if (reading.kind === 'volume') {
    const { kind, size, status, multiattach = null } = reading;
    return { kind, size, status, multiattach };
  }
  if (reading.kind === 'job') return { kind: 'job', id: reading.id ?? null, status: reading.status };
  return { kind: 'unreadable', why: reading.why, reason: reading.reason };
}

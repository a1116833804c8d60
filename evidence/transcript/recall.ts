import type { JobReading, Lookup, NoReading, VolumeReading } from '../../targets/observe.ts';
import type { Exchange, WireAnswer } from '../../wire/exchange.ts';
import { parseJson } from '../../wire/json.ts';
import type { Answered, ExchangeLine, Said } from './lines.ts';

export type RecalledReading = VolumeReading | JobReading | NoReading;

/** The paths at which the run has looked up volumes and jobs; undefined if it has not. */
export type Places = Readonly<Partial<Record<'volume' | 'job', Lookup>>>;

/** An exchange as a transcript keeps it. */
export function exchangeOf({ request, response }: ExchangeLine): Exchange {
  const { method, url, headers, body } = request;
  return {
    request: { method, path: '', ...(body === null ? {} : { body }) },
    url,
    sent: headers,
    reply: 'status' in response ? answerOf(response) : { kind: 'none', reason: response.none, detail: response.detail },
  };
}

function answerOf({ status, headers, body: text, truncated = false }: Answered): WireAnswer {
  return { kind: 'answer', status, headers, text, truncated, json: truncated ? undefined : parseJson(text) };
}

/** A reading by its statement, if it has no source. */
export function presumed(says: Said): RecalledReading {
  if (says.kind === 'volume') return { ...says, multiattach: says.multiattach ?? undefined, attributes: {} };
  return says.kind === 'job' ? { ...says, id: says.id ?? undefined } : says;
}

/** A reading in words. */
export function inWords(says: Said): string {
  if (says.kind === 'volume') return `${says.size} GB in state ${JSON.stringify(says.status)}`;
  return says.kind === 'job' ? `a job in state ${JSON.stringify(says.status)}` : `nothing (${says.reason})`;
}

import type { NoReading, VolumeReading } from '../targets/observe.ts';
import type { Exchange } from '../wire/exchange.ts';
import { redact, type Secrets } from '../wire/redact.ts';
import type { Step } from './step.ts';

/** Bodies are kept up to this many characters: documented ones have some hundred, and a transcript is to be read. */
const maxBody = 4096;

/**
 * Everything a run has sent and seen, a JSON object a line, in order: `exchange` (request and answer, numbered), `step` (the
 * case that an exchange was for, and what was seen around it). Secrets are replaced.
 */
export interface Transcript {
  /** Called as each answer comes in. */
  readonly exchange: (exchange: Exchange) => void;
  /** Called when all is seen that a request to extend brought about. */
  readonly step: (step: Step) => void;
  /** The last line: without it the run broke off. */
  readonly end: () => void;
}

/** Writes a transcript by lines; `head` is its first one. `secrets` is asked at each line, for tokens are issued on the way. */
export function openTranscript(head: object, secrets: () => Secrets, write: (line: string) => void): Transcript {
  const numbers = new WeakMap<Exchange, number>();
  let exchanges = 0;
  let steps = 0;
  const line = (kind: string, content: object): void =>
    write(`${JSON.stringify(redact({ kind, ...content }, secrets()))}\n`);

  line('run', { format: 1, ...head });
  return {
    exchange(exchange) {
      exchanges += 1;
      numbers.set(exchange, exchanges);
      line('exchange', { number: exchanges, ...told(exchange) });
    },
    step(step) {
      steps += 1;
      const { check, ordinal, about, exchange, expectation, outcome, before, after, ending, sights } = step;
      line('step', {
        exchange: numbers.get(exchange) ?? null,
        check,
        ordinal,
        about,
        case: { ...step.case, body: bounded(step.case.body) },
        expectation,
        outcome,
        before: seen(before),
        sights: sights.map(({ job, volume }) => ({ job, volume: seen(volume) })),
        after: seen(after),
        ending,
      });
    },
    end: () => line('end', { exchanges, steps }),
  };
}

function told({ request, url, sent, reply }: Exchange): object {
  const { method, body = null } = request;
  return {
    request: { method, url, headers: sent, body: body === null ? null : bounded(body) },
    response:
      reply.kind === 'none'
        ? { none: reply.reason, detail: reply.detail }
        : { status: reply.status, headers: reply.headers, body: bounded(reply.text) },
  };
}

const bounded = (text: string): string =>
  text.length > maxBody ? `${text.slice(0, maxBody)}… (${text.length - maxBody} more characters)` : text;

function seen(reading: VolumeReading | NoReading | undefined): object | null {
  if (reading === undefined) return null;
  if (reading.kind === 'unreadable') return { unreadable: reading.reason };
  return { size: reading.size, status: reading.status, multiattach: reading.multiattach ?? null };
}

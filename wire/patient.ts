import type { Clock } from './clock.ts';
import type { Exchange, WireRequest } from './exchange.ts';
import type { SendLimits, Transport } from './transport.ts';

/** A request is sent so many times more, and waits so long in all, in ms; longer wishes are not believed. */
const maxPauses = 8;
const maxWaitMs = 30_000;

/** A server that was waited for in vain so often gets one short pause a request from then on. */
const maxInVain = 3;
const shortMs = 100;

/**
 * Sends a request, waiting out 429: the server says that it did nothing yet, so the same request may go again.
 * Nothing else is repeated here. Comes back with the last exchange, a 429 among them where the patience ran out.
 */
export async function sendPatiently(
  transport: Transport,
  request: WireRequest,
  clock: Clock,
  limits: SendLimits = {},
): Promise<Exchange> {
  const { strain } = transport;
  const { signal } = limits;
  const tired = strain.inVain >= maxInVain;
  let left = tired ? shortMs : maxWaitMs;
  for (let pause = 0; ; pause += 1) {
    const exchange = await transport.send(request, limits);
    const { reply } = exchange;
    if (reply.kind !== 'answer' || reply.status !== 429 || signal?.aborted) return exchange;
    if (left <= 0 || pause >= (tired ? 1 : maxPauses)) {
      strain.inVain += 1;
      return exchange;
    }
    const ms = Math.min(pauseMs(reply.headers['retry-after'], pause, clock.date()), left);
    left -= ms;
    await clock.sleep(ms, signal);
  }
}

/** Retry-After in seconds or as an HTTP date; without a usable one, twice as long each time. */
export function pauseMs(retryAfter: string | undefined, pause: number, now: number): number {
  const backoff = 100 * 2 ** pause;
  const wished = wish(retryAfter?.trim() ?? '', now);
  return wished > 0 ? Math.min(Math.max(wished, 10), maxWaitMs) : backoff;
}

/** In ms; NaN where it says nothing. `Date.parse` alone takes "in 5" for a day in May. */
function wish(retryAfter: string, now: number): number {
  if (/^\d+(\.\d+)?$/.test(retryAfter)) return Number(retryAfter) * 1000;
  return /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(retryAfter) ? Date.parse(retryAfter) - now : Number.NaN;
}

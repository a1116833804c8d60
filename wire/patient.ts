import type { Clock } from './clock.ts';
import type { Exchange, WireRequest } from './exchange.ts';
import type { Transport } from './transport.ts';

/** A target that asks for more than so many pauses, or for longer ones, is not waited for. */
const maxPauses = 8;
const maxPauseMs = 30_000;

/**
 * Sends a request, waiting out 429: the server says that it did nothing yet, so the same request may go again.
 * Nothing else is repeated here. Comes back with the last exchange, a 429 among them where the patience ran out.
 */
export async function sendPatiently(
  transport: Transport,
  request: WireRequest,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Exchange> {
  for (let pause = 0; ; pause += 1) {
    const exchange = await transport.send(request);
    const { reply } = exchange;
    if (reply.kind !== 'answer' || reply.status !== 429 || pause >= maxPauses || signal?.aborted) return exchange;
    await clock.sleep(pauseMs(reply.headers['retry-after'], pause, clock.now()), signal);
  }
}

/** Retry-After in seconds or as an HTTP date; without a usable one, twice as long each time. */
export function pauseMs(retryAfter: string | undefined, pause: number, now: number): number {
  const backoff = 100 * 2 ** pause;
  const wished = wish(retryAfter?.trim() ?? '', now);
  return wished > 0 ? Math.min(Math.max(wished, 10), maxPauseMs) : backoff;
}

/** In ms; NaN where it says nothing. `Date.parse` alone takes "in 5" for a day in May. */
function wish(retryAfter: string, now: number): number {
  if (/^\d+(\.\d+)?$/.test(retryAfter)) return Number(retryAfter) * 1000;
  return /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(retryAfter) ? Date.parse(retryAfter) - now : Number.NaN;
}

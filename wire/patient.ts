import type { Clock } from './clock.ts';
import type { Exchange, WireAnswer, WireRequest } from './exchange.ts';
import type { SendLimits, Transport } from './transport.ts';

/** Without a usable wish a request waits so long, in ms, and twice as long each time. */
const firstMs = 100;

/** No wish is taken for less, in ms; nor for less than twice that the next time, and so on. */
const leastMs = 10;

/**
 * Sends a request, and once more whenever the server says that it did nothing yet and has to be given time. Nothing else
 * is repeated here. Comes back with the last exchange: the wish for time among them, where the time for it ran out.
 */
export async function sendPatiently(
  transport: Transport,
  request: WireRequest,
  clock: Clock,
  limits: SendLimits = {},
): Promise<Exchange> {
  const { strain } = transport;
  const { signal } = limits;
  const mostMs = strain.patienceMs();
  const before = strain.servings();
  let left = mostMs;
  for (let pause = 0; ; pause += 1) {
    const exchange = await transport.send(request, limits);
    const { reply } = exchange;
    if (reply.kind === 'none') return exchange;
    if (!asksForTime(reply)) {
      // what stands before a server that is away serves nobody
      if (reply.status < 500) strain.served(clock.now());
      return exchange;
    }
    if (signal?.aborted || strain.spent.aborted) return exchange;
    if (left <= 0) {
      strain.inVain(mostMs, before);
      return exchange;
    }
    const ms = Math.min(wishedMs(reply, pause, clock.date()), left);
    left -= ms;
    await strain.pause(reply.status, ms, clock, signal);
  }
}

/** Whether an answer is a wish for time: 429, or 503 that says when to come back. A plain 503 says nothing of the kind. */
export function asksForTime({ status, headers }: Pick<WireAnswer, 'status' | 'headers'>): boolean {
  return status === 429 || (status === 503 && (headers['retry-after'] ?? '').trim() !== '');
}

/**
 * How long an answer wishes to be waited for, in ms: Retry-After in seconds, or as a date by the server's own clock where
 * it shows that, else by `now`, in ms since 1970. Without a usable one, twice as long each time.
 */
export function wishedMs({ headers }: Pick<WireAnswer, 'headers'>, pause: number, now: number): number {
  const own = Date.parse(headers.date ?? '');
  const wished = wish(headers['retry-after']?.trim() ?? '', Number.isNaN(own) ? now : own);
  return wished > 0 ? Math.max(wished, leastMs * 2 ** pause) : firstMs * 2 ** pause;
}

/** In ms; NaN where it says nothing. `Date.parse` alone takes "in 5" for a day in May. */
function wish(retryAfter: string, now: number): number {
  if (/^\d+(\.\d+)?$/.test(retryAfter)) return Number(retryAfter) * 1000;
  return /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(retryAfter) ? Date.parse(retryAfter) - now : Number.NaN;
}

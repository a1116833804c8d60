import type { Clock } from './clock.ts';
import type { Exchange, WireAnswer, WireRequest } from './exchange.ts';
import type { SendLimits, Transport } from './transport.ts';

/** The first wait if the answer names no usable time, in ms; it doubles each time. */
const firstMs = 100;

/** The least time that is waited, in ms; it doubles each time as well. */
const leastMs = 10;

/**
 * Sends a request, and repeats it while the server says that it has done nothing yet and needs time. No other answer is
 * repeated here. Resolves with the last exchange, which still asks for time if the patience ran out.
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
      // a gateway that answers for an unreachable server has served nobody
      if (reply.status < 500) strain.served(clock.now(), pause > 0);
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

/** Whether an answer asks for time: 429, or 503 with the time to come back. A plain 503 does not ask for any. */
export function asksForTime({ status, headers }: Pick<WireAnswer, 'status' | 'headers'>): boolean {
  return status === 429 || (status === 503 && (headers['retry-after'] ?? '').trim() !== '');
}

/**
 * The time to wait that an answer asks for, in ms: Retry-After in seconds, or as a date by the server's own clock if
 * the answer shows that, else by `now`, in ms since 1970. Without a usable Retry-After, twice as long each time.
 */
export function wishedMs({ headers }: Pick<WireAnswer, 'headers'>, pause: number, now: number): number {
  const own = Date.parse(headers.date ?? '');
  const wished = wish(headers['retry-after']?.trim() ?? '', Number.isNaN(own) ? now : own);
  return wished > 0 ? Math.max(wished, leastMs * 2 ** pause) : firstMs * 2 ** pause;
}

/** In ms; NaN if it is unusable. `Date.parse` alone takes "in 5" for a day in May. */
function wish(retryAfter: string, now: number): number {
  if (/^\d+(\.\d+)?$/.test(retryAfter)) return Number(retryAfter) * 1000;
  return /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(retryAfter) ? Date.parse(retryAfter) - now : Number.NaN;
}

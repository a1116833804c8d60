import type { Clock } from './clock.ts';
import type { NoAnswer } from './exchange.ts';
import type { Transport } from './transport.ts';

/** The limits of a run's requests to a target; a limit that is left out does not apply. */
export interface Allowance {
  /** Requests in all. */
  readonly requests?: number | undefined;
  /** Requests a second, spread evenly. */
  readonly perSecond?: number | undefined;
}

const spentReply: NoAnswer = { kind: 'none', reason: 'aborted', detail: 'the allowance of requests is used up' };

/** A transport that keeps to an allowance. `spent` is called at the first request beyond it. */
export function keepingTo(transport: Transport, allowance: Allowance, clock: Clock, spent: () => void): Transport {
  const { requests = Number.POSITIVE_INFINITY, perSecond } = allowance;
  let begun = 0;
  let next = 0;

  /** Waits for the request's turn. Turns are given out in the order of asking, whatever the length of a request. */
  async function turn(signal: AbortSignal | undefined): Promise<void> {
    if (perSecond === undefined) return;
    const now = clock.now();
    const at = Math.max(now, next);
    next = at + 1000 / perSecond;
    if (at > now) await clock.sleep(at - now, signal);
  }

  return {
    ...transport,
    async send(request, limits) {
      if (begun >= requests) {
        spent();
        return { request, url: `${transport.url}${request.path}`, sent: {}, reply: spentReply };
      }
      begun += 1;
      await turn(limits?.signal);
      return transport.send(request, limits);
    },
  };
}

import type { Exchange } from '../../wire/exchange.ts';
import { asksForTime } from '../../wire/patient.ts';
import { isLost } from '../judge/outcome.ts';
import { openSilence, type Silence } from './silence.ts';

/** Watches over a run as a whole: the caller's interruption, a target that is gone, credentials that ended, bystanders that changed. */
export interface Guard {
  readonly signal: AbortSignal;
  /** Why the run was cut short; undefined while it is not. */
  readonly cut: () => string | undefined;
  /** Cuts the run short; the first reason is kept. */
  readonly stop: (reason: string) => void;
  /**
   * Gets each reply to a request of the operation. The run is over after ten unusable ones in a row, and
   * after ten to valid requests, whatever the other answers. A wish for time in answer to another request may be the way
   * in which that is refused.
   */
  readonly contact: (exchange: Exchange, isValid: boolean) => void;
  readonly goAlone: () => void;
  readonly alone: () => boolean;
}

const maxSilence = 10;

export function openGuard(interrupt: AbortSignal | undefined): Guard {
  const stopped = new AbortController();
  const signal = interrupt === undefined ? stopped.signal : AbortSignal.any([interrupt, stopped.signal]);
  let reason: string | undefined;
  let alone = false;
  const ofAll = openSilence();
  const ofValid = openSilence();
  function stop(why: string): void {
    reason ??= why;
    stopped.abort();
  }
  function count(silence: Silence, whose: string, exchange: Exchange): void {
    if (!isLost(exchange)) silence.end();
    else silence.add(exchange);
    if (silence.count() >= maxSilence) stop(whyOver(silence, whose));
  }
  return {
    signal,
    cut: () => (interrupt?.aborted ? 'interrupted' : reason),
    stop,
    contact(exchange, isValid) {
      if (isValid || !isWish(exchange)) count(ofAll, 'requests', exchange);
      if (isValid) count(ofValid, 'valid requests', exchange);
    },
    goAlone() {
      alone = true;
    },
    alone: () => alone,
  };
}

const isWish = ({ reply }: Exchange): boolean => reply.kind === 'answer' && asksForTime(reply);

/** A target that answers too late, or asks for time, is there. */
function whyOver(silence: Silence, whose: string): string {
  const what = silence.isAll('late')
    ? 'the target answers too late'
    : silence.isAll('time')
      ? 'the target does not serve us'
      : 'the target is gone';
  const seen = `${silence.count()} ${whose} in a row got no usable answer (${silence.inWords()})`;
  return `${what}: ${seen}${silence.advice()}`;
}

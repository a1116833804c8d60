import { setMaxListeners } from 'node:events';

/** Watches over a run as a whole: the caller's interruption, a target that is gone, credentials that ended, bystanders that changed. */
export interface Guard {
  readonly signal: AbortSignal;
  /** Why the run was cut short; undefined while it is not. */
  readonly cut: () => string | undefined;
  /** Cuts the run short; the first reason is kept. */
  readonly stop: (reason: string) => void;
  /** Counts requests of the operation that got no answer, one after another: after ten the target is declared gone. */
  readonly contact: (answered: boolean) => void;
  readonly goAlone: () => void;
  readonly alone: () => boolean;
}

const maxSilence = 10;

export function openGuard(interrupt: AbortSignal | undefined): Guard {
  const stopped = new AbortController();
  const signal = interrupt === undefined ? stopped.signal : AbortSignal.any([interrupt, stopped.signal]);
  // every pause and every request of the run listens to it
  setMaxListeners(0, signal);
  let reason: string | undefined;
  let silence = 0;
  let alone = false;
  function stop(why: string): void {
    reason ??= why;
    stopped.abort();
  }
  return {
    signal,
    cut: () => (interrupt?.aborted ? 'interrupted' : reason),
    stop,
    contact(answered) {
      silence = answered ? 0 : silence + 1;
      if (silence < maxSilence) return;
      stop(`the target is gone: ${maxSilence} requests in a row got no answer that decides anything`);
    },
    goAlone() {
      alone = true;
    },
    alone: () => alone,
  };
}

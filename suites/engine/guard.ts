import { setMaxListeners } from 'node:events';

/** Watches over a run as a whole: the caller's interruption, a target that is gone, bystanders that changed. */
export interface Guard {
  readonly signal: AbortSignal;
  /** Why the run was cut short; undefined while it is not. */
  readonly cut: () => string | undefined;
  readonly contact: (answered: boolean) => void;
  readonly goAlone: () => void;
  readonly alone: () => boolean;
}

/** After so many requests of the operation without an answer, one after another, the target is declared gone. */
const maxSilence = 10;

export function openGuard(interrupt: AbortSignal | undefined): Guard {
  const gone = new AbortController();
  const signal = interrupt === undefined ? gone.signal : AbortSignal.any([interrupt, gone.signal]);
  // every pause and every request of the run listens to it
  setMaxListeners(0, signal);
  let silence = 0;
  let alone = false;
  return {
    signal,
    cut() {
      if (interrupt?.aborted) return 'interrupted';
      return gone.signal.aborted
        ? `the target is gone: ${maxSilence} requests in a row got no answer that decides anything`
        : undefined;
    },
    contact(answered) {
      silence = answered ? 0 : silence + 1;
      if (silence >= maxSilence) gone.abort();
    },
    goAlone() {
      alone = true;
    },
    alone: () => alone,
  };
}

/** The functions to call when a signal is aborted. */
interface Waiting {
  readonly acts: Set<() => void>;
  readonly listener: () => void;
}

const waitingFor = new WeakMap<AbortSignal, Waiting>();

/**
 * Calls `act` once the signal is aborted; returns a function that calls this off. A signal has a single listener of
 * ours, however many wait for it: removed listeners refer to later ones, and would keep thousands of finished requests
 * in memory.
 */
export function whenAborted(signal: AbortSignal | undefined, act: () => void): () => void {
  if (signal === undefined) return () => {};
  const waiting = waitingFor.get(signal) ?? listen(signal);
  const own = (): void => act();
  waiting.acts.add(own);
  return () => {
    // a listener must not keep an unused signal in memory either
    if (waiting.acts.delete(own) && waiting.acts.size === 0) leave(signal, waiting);
  };
}

function listen(signal: AbortSignal): Waiting {
  const acts = new Set<() => void>();
  const waiting = {
    acts,
    listener: (): void => {
      for (const act of acts) act();
    },
  };
  waitingFor.set(signal, waiting);
  signal.addEventListener('abort', waiting.listener, { once: true });
  return waiting;
}

function leave(signal: AbortSignal, { listener }: Waiting): void {
  waitingFor.delete(signal);
  signal.removeEventListener('abort', listener);
}

import { setMaxListeners } from 'node:events';
import type { Clock } from '../wire/clock.ts';
import { openTransport } from '../wire/transport.ts';
import { openCustody } from './custody.ts';
import { stateHook } from './hook.ts';
import { openLedger } from './ledger.ts';
import { nowhere } from './nowhere.ts';
import { type Lookup, openObserver } from './observe.ts';
import type { Target } from './target.ts';

export interface TargetOptions {
  readonly url: string;
  /** The state hook's URL; without it no volume can be obtained. */
  readonly states?: string | undefined;
  readonly token?: string | undefined;
  /** A whole exchange may take so long, in ms. */
  readonly requestMs: number;
  /** A call of the state hook may take so long, in ms; by default one minute. */
  readonly hookMs?: number | undefined;
  readonly observe: { readonly volume: Lookup | null; readonly job: Lookup | null };
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** The ledger's file; without it the ledger is kept in memory. */
  readonly ledgerFile?: string | undefined;
}

/** A call of the state hook may take so long where nothing else is said, in ms. */
const defaultHookMs = 60_000;

/** After an interruption a set-up under way may still say what it made for so long, in ms, */
const setUpGraceMs = 10_000;
/** and what was made may be given back for so long. */
const teardownGraceMs = 30_000;

/** Puts a target together. `close` ends its connections. */
export function openTarget(options: TargetOptions): { readonly target: Target; readonly close: () => void } {
  const { url, token, clock, requestMs, signal } = options;
  const closed = new AbortController();
  const transport = openTransport({ url, token, timeoutMs: requestMs, signal });
  const hookMs = options.hookMs ?? defaultHookMs;
  // a set-up must not go out twice, so that it never meets a connection that is about to close; the hook is the vendor's own, gets no token, and must still be reached after an interruption
  const hook =
    options.states === undefined
      ? undefined
      : openTransport({ url: options.states, timeoutMs: hookMs, keepAlive: false });
  const limits = {
    setUp: { timeoutMs: hookMs, signal: later(signal, setUpGraceMs, clock, closed.signal) },
    teardown: { timeoutMs: hookMs, signal: later(signal, teardownGraceMs, clock, closed.signal) },
  };
  const source = hook === undefined ? nowhere : stateHook(hook, clock, limits);
  const target: Target = {
    url,
    transport,
    custody: openCustody(source, openLedger(options.ledgerFile), clock, signal),
    observer: openObserver(transport, clock, options.observe, signal),
  };
  const close = (): void => {
    closed.abort();
    transport.close();
    hook?.close();
  };
  return { target, close };
}

/** Aborted `ms` after `signal` was, unless all is over by then. */
function later(signal: AbortSignal | undefined, ms: number, clock: Clock, closed: AbortSignal): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const wait = async (): Promise<void> => {
    await clock.sleep(ms, closed);
    controller.abort();
  };
  if (signal?.aborted === true) void wait();
  else signal?.addEventListener('abort', () => void wait(), { once: true });
  return controller.signal;
}

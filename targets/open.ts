import type { Clock } from '../wire/clock.ts';
import { openTransport } from '../wire/transport.ts';
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
  /** A call of the state hook may take so long, in ms; by default five minutes. */
  readonly hookMs?: number | undefined;
  readonly observe: { readonly volume: Lookup | null; readonly job: Lookup | null };
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** The ledger's file; without it the ledger is kept in memory. */
  readonly ledgerFile?: string | undefined;
}

/** A volume whose server is to be paused takes a real cloud minutes, in ms. */
const defaultHookMs = 300_000;

/** Puts a target together. `close` ends its connections. */
export function openTarget(options: TargetOptions): { readonly target: Target; readonly close: () => void } {
  const { url, token, clock, requestMs, signal } = options;
  const transport = openTransport({ url, token, timeoutMs: requestMs, signal });
  // a set-up must not go out twice, so that it never meets a connection that is about to close; the hook is the vendor's own, gets no token, and must still be reached after an interruption
  const hook =
    options.states === undefined
      ? undefined
      : openTransport({ url: options.states, timeoutMs: options.hookMs ?? defaultHookMs, keepAlive: false });
  const target: Target = {
    url,
    transport,
    source: hook === undefined ? nowhere : stateHook(hook, clock),
    observer: openObserver(transport, clock, options.observe, signal),
    ledger: openLedger(options.ledgerFile),
  };
  const close = (): void => {
    transport.close();
    hook?.close();
  };
  return { target, close };
}

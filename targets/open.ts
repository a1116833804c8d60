import { setMaxListeners } from 'node:events';
import type { Auth } from '../wire/auth/auth.ts';
import { openAuthentication } from '../wire/auth/open.ts';
import { withoutCredentials } from '../wire/auth/token.ts';
import type { Clock } from '../wire/clock.ts';
import type { Environment } from '../wire/proxy.ts';
import type { TlsOptions } from '../wire/tls.ts';
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
  /** Short for an authentication by this token. */
  readonly token?: string | undefined;
  /** Whose credentials requests of the target carry. */
  readonly auth?: Auth | undefined;
  /** Sent along with every request of the target, and what stands for the secrets among their values. */
  readonly headers?: readonly OwnHeader[] | undefined;
  readonly tls?: TlsOptions | undefined;
  /** Where a proxy is looked up; without it there is none. */
  readonly env?: Environment | undefined;
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

/** A header of the vendor's own, such as a gateway's key. */
export interface OwnHeader {
  readonly name: string;
  readonly value: string;
  /** What stands for the value wherever it would be shown; absent where it is no secret. */
  readonly placeholder?: string | undefined;
}

/** A call of the state hook may take so long where nothing else is said, in ms. */
const defaultHookMs = 60_000;

/** After an interruption a set-up under way may still say what it made for so long, in ms, */
const setUpGraceMs = 10_000;
/** and what was made may be given back for so long. */
const teardownGraceMs = 30_000;

/** Puts a target together. `close` ends its connections. */
export function openTarget(options: TargetOptions): { readonly target: Target; readonly close: () => void } {
  const { url, token, clock, requestMs, signal, tls, env, headers = [] } = options;
  const closed = new AbortController();
  const reach = { timeoutMs: requestMs, signal, tls, env };
  const known: Auth = token === undefined ? { kind: 'none' } : { kind: 'token', token };
  const auth = openAuthentication(options.auth ?? known, clock, reach);
  for (const { value, placeholder } of headers) if (placeholder !== undefined) auth.secrets.add(value, placeholder);
  const own = Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]));
  const transport = openTransport({ ...reach, url, auth, headers: own });
  const hookMs = options.hookMs ?? defaultHookMs;
  // a set-up must not go out twice, so that it never meets a connection that is about to close; the hook is the vendor's own, gets no credentials, and must still be reached after an interruption
  const hook =
    options.states === undefined
      ? undefined
      : openTransport({
          ...{ url: options.states, timeoutMs: hookMs, keepAlive: false, tls: { ca: tls?.ca }, env },
          auth: withoutCredentials(auth.secrets),
        });
  const limits = {
    setUp: { timeoutMs: hookMs, signal: later(signal, setUpGraceMs, clock, closed.signal) },
    teardown: { timeoutMs: hookMs, signal: later(signal, teardownGraceMs, clock, closed.signal) },
  };
  const source = hook === undefined ? nowhere : stateHook(hook, clock, limits);
  const target: Target = {
    url,
    transport,
    custody: openCustody(source, openLedger(options.ledgerFile, auth.secrets), clock, signal),
    observer: openObserver(transport, clock, options.observe, signal),
  };
  const close = (): void => {
    closed.abort();
    transport.close();
    auth.close();
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

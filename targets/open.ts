import { type Allowance, keepingTo } from '../wire/allowance.ts';
import type { Auth, Authentication } from '../wire/auth/auth.ts';
import { openAuthentication } from '../wire/auth/open.ts';
import { withoutCredentials } from '../wire/auth/token.ts';
import type { Clock } from '../wire/clock.ts';
import type { Exchange, Times } from '../wire/exchange.ts';
import { heldOf } from '../wire/held.ts';
import type { Environment } from '../wire/proxy.ts';
import { defaultWaitMs, openStrain } from '../wire/strain.ts';
import type { TlsOptions } from '../wire/tls.ts';
import { openTransport, type Transport, type TransportOptions } from '../wire/transport.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { VolumeOrigin } from './ledger-lines.ts';
import { type Lookups, openObserver } from './observe.ts';
import { openProvider, type VolumeSettings } from './providers/open.ts';
import { openProvisioner } from './provisioner.ts';
import type { Target } from './target.ts';
import { toldLedger, type VolumeEvent } from './told-ledger.ts';
import { limitVolumes } from './volume-limit.ts';
import type { VolumeProvider } from './volume-source.ts';

export interface TargetOptions {
  readonly url: string;
  /** The owner of the volumes; the run ends if volumes of another project are handed out. */
  readonly project?: string | undefined;
  /** Whether the reference backend answers at the URL, which the report says. */
  readonly isReference?: boolean | undefined;
  /** The state hook's URL, if volumes are obtained by it. */
  readonly states?: string | undefined;
  /** Another way to obtain volumes; without one and without a state hook there is none. */
  readonly volumes?: VolumeSettings | undefined;
  /** Short for an authentication by this token. */
  readonly token?: string | undefined;
  /** The credentials of requests to the target. */
  readonly auth?: Auth | undefined;
  /** Sent with every request to the target, with placeholders for the secrets among their values. */
  readonly headers?: readonly OwnHeader[] | undefined;
  readonly tls?: TlsOptions | undefined;
  /** The environment in which a proxy is looked up; without it there is none. */
  readonly env?: Environment | undefined;
  /** The time limit of a whole exchange, in ms. */
  readonly requestMs: number;
  /** The time limit of a set-up or a teardown, in ms; by default one minute. */
  readonly hookMs?: number | undefined;
  /**
   * The time that a request waits for a server that asks for time (429, or 503 with Retry-After), in ms; by default
   * half a minute.
   */
  readonly waitMs?: number | undefined;
  readonly observe: Lookups;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** The ledger's file; without it the ledger is kept in memory. */
  readonly ledgerFile?: string | undefined;
  /** The provider's name in the ledger; by default its kind. */
  readonly sourceName?: string | undefined;
  /** Makes the names of set-ups, and of created volumes, unique to this run. */
  readonly runId?: string | undefined;
  /** Hard limits for the requests of a run to target and provider. */
  readonly allowance?: (Allowance & { readonly volumes?: number | undefined }) | undefined;
  /**
   * Called with each exchange with the target as it ends, whole and in the shortened form that the run goes on with;
   * not with exchanges of set-ups and teardowns.
   */
  readonly onExchange?: ((exchange: Exchange, held: Exchange, times: Times) => void) | undefined;
  /** Called with each set-up and each teardown as it ends. */
  readonly onVolume?: ((event: VolumeEvent) => void) | undefined;
  /** Called with mistakes in the set-up that do not stop the run. */
  readonly warn?: ((text: string) => void) | undefined;
}

/** A header of the vendor's own, such as a gateway's key. */
export interface OwnHeader {
  readonly name: string;
  readonly value: string;
  /** Replaces the value wherever it would be shown; absent if the value is no secret. */
  readonly placeholder?: string | undefined;
}

/** The default time limit of a set-up or a teardown, in ms. */
const defaultHookMs = 60_000;

/** After an interruption, a set-up under way may still tell its result for this long, in ms. */
const setUpGraceMs = 10_000;
/** After an interruption, the volumes may still be given back for this long, in ms. */
const teardownGraceMs = 30_000;

/** Opens a target. `close` ends its connections. */
export function openTarget(
  options: TargetOptions,
  reach: Reach = connect(options),
): { readonly target: Target; readonly close: () => void } {
  const { url, clock, signal, observe, allowance = {} } = options;
  const spent = new AbortController();
  const limited = keepingTo(reach.toTarget({ signal }), allowance, clock, () => spent.abort());
  const transport = telling(limited, clock, options.onExchange ?? (() => {}));
  const { provider, ledger, close } = openTargetProvider(options, reach);
  const told = toldLedger(ledger, clock, options.onVolume ?? (() => {}));
  const target: Target = {
    url,
    project: options.project,
    transport,
    reference: options.isReference ?? false,
    provisioner: openProvisioner(limitVolumes(provider, allowance.volumes), told, clock, signal, options.project),
    observer: openObserver(transport, clock, observe, signal),
    spent: spent.signal,
  };
  return {
    target,
    close: () => {
      transport.close();
      close();
    },
  };
}

/** A transport that reports each exchange; after that the exchange need not be held whole. */
function telling(
  transport: Transport,
  clock: Clock,
  tell: (exchange: Exchange, held: Exchange, times: Times) => void,
): Transport {
  return {
    ...transport,
    async send(request, limits) {
      const sent = clock.now();
      const exchange = await transport.send(request, limits);
      const answered = clock.now();
      const held = heldOf(exchange, transport.auth.secrets);
      tell(exchange, held, { sent, answered });
      return held;
    },
  };
}

/** The way to obtain volumes, and its ledger. */
interface OpenedProvider {
  readonly provider: VolumeProvider;
  readonly ledger: Ledger;
  readonly origin: VolumeOrigin;
  /** The secrets to hide in all that is said about it. */
  readonly secrets: Authentication['secrets'];
  readonly close: () => void;
}

/** The way to obtain volumes without a run, to give volumes back afterwards. */
export function openTargetProvider(options: TargetOptions, reach: Reach = connect(options)): OpenedProvider {
  const { url, clock, requestMs, signal, observe, runId } = options;
  const { secrets } = reach.auth;
  const warn = (text: string): void => options.warn?.(secrets.hide(text));
  const origin = { source: options.sourceName ?? wayOf(options).kind, target: url };
  const ledger = openLedger(options.ledgerFile, {
    secrets,
    origin,
    runId,
    date: clock.date,
    isForSweep: options.isReference !== true,
  });
  const closed = new AbortController();
  const timeoutMs = options.hookMs ?? defaultHookMs;
  // volumes must still be recorded and given back after an interruption
  const limits = {
    setUp: { timeoutMs, signal: later(signal, setUpGraceMs, clock, closed.signal) },
    teardown: { timeoutMs, signal: later(signal, teardownGraceMs, clock, closed.signal) },
  };
  // a set-up must not be sent twice, so it must never meet a connection that is about to close
  const toTarget = (): Transport => reach.toTarget({ keepAlive: false });
  const toHook = (hook: string): Transport => reach.toHook(hook, timeoutMs);
  const parts = { limits, clock, lookups: observe, requestMs, warn, toTarget, toHook };
  const { provider, close } = openProvider(wayOf(options), parts);
  return {
    provider,
    ledger,
    origin,
    secrets,
    close: () => {
      closed.abort();
      close();
      ledger.close();
      reach.auth.close();
    },
  };
}

/** The ways to the target and the hook: over the network, or, for our own tests, within this process. */
export interface Reach {
  readonly auth: Authentication;
  readonly toTarget: (more: Pick<TransportOptions, 'keepAlive' | 'signal'>) => Transport;
  readonly toHook: (url: string, timeoutMs: number) => Transport;
}

function connect(options: TargetOptions): Reach {
  const { url, token, clock, requestMs, signal, tls, env, headers = [], waitMs = defaultWaitMs } = options;
  const way = { timeoutMs: requestMs, tls, env };
  const known: Auth = token === undefined ? { kind: 'none' } : { kind: 'token', token };
  const auth = openAuthentication(options.auth ?? known, clock, { ...way, signal, strain: openStrain(waitMs) });
  for (const { value, placeholder } of headers) if (placeholder !== undefined) auth.secrets.add(value, placeholder);
  const own = Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]));
  const strain = openStrain(waitMs);
  return {
    auth,
    toTarget: (more) => openTransport({ ...way, url, auth, headers: own, strain, ...more }),
    // the hook is the vendor's own, gets no credentials, and must still be reached after an interruption
    toHook: (hook, timeoutMs) =>
      openTransport({
        ...{ url: hook, timeoutMs, keepAlive: false, tls: { ca: tls?.ca }, env },
        auth: withoutCredentials(auth.secrets),
        strain: openStrain(waitMs),
      }),
  };
}

function wayOf({ volumes, states }: TargetOptions): VolumeSettings {
  return volumes ?? (states === undefined ? { kind: 'nowhere' } : { kind: 'hook', url: states });
}

/** Aborted `ms` after `signal`, unless everything is closed by then. */
function later(signal: AbortSignal | undefined, ms: number, clock: Clock, closed: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const wait = async (): Promise<void> => {
    await clock.sleep(ms, closed);
    controller.abort();
  };
  if (signal?.aborted === true) void wait();
  else signal?.addEventListener('abort', () => void wait(), { once: true });
  return controller.signal;
}

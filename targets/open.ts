import { setMaxListeners } from 'node:events';
import type { Clock } from '../wire/clock.ts';
import { openTransport } from '../wire/transport.ts';
import { openCustody } from './custody.ts';
import { openLedger } from './ledger.ts';
import { type Lookups, openObserver } from './observe.ts';
import { openSource, type VolumeSettings } from './sources.ts';
import type { Intents, Target, VolumeSource } from './target.ts';

export interface TargetOptions {
  readonly url: string;
  /** The state hook's URL, where that is the way to obtain volumes. */
  readonly states?: string | undefined;
  /** Another way to obtain volumes; without one and without a state hook there is none. */
  readonly volumes?: VolumeSettings | undefined;
  readonly token?: string | undefined;
  /** A whole exchange may take so long, in ms. */
  readonly requestMs: number;
  /** A set-up or a teardown may take so long, in ms; by default one minute. */
  readonly hookMs?: number | undefined;
  readonly observe: Lookups;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** The ledger's file; without it the ledger is kept in memory. */
  readonly ledgerFile?: string | undefined;
  /** What the ledger calls the source; by default its kind. */
  readonly sourceName?: string | undefined;
  /** Makes the names of volumes that are created the run's own. */
  readonly runId?: string | undefined;
  /** Told what is wrong with the set-up and does not stop the run. */
  readonly warn?: ((text: string) => void) | undefined;
}

/** A set-up or a teardown may take so long where nothing else is said, in ms. */
const defaultHookMs = 60_000;

/** After an interruption a set-up under way may still say what it made for so long, in ms, */
const setUpGraceMs = 10_000;
/** and what was made may be given back for so long. */
const teardownGraceMs = 30_000;

/** Puts a target together. `close` ends its connections. */
export function openTarget(options: TargetOptions): { readonly target: Target; readonly close: () => void } {
  const { url, token, clock, requestMs, signal, observe, ledgerFile } = options;
  const transport = openTransport({ url, token, timeoutMs: requestMs, signal });
  const ledger = openLedger(ledgerFile, { source: sourceNameOf(options), target: url });
  const opened = openTargetSource(options, ledger);
  const target: Target = {
    url,
    transport,
    custody: openCustody(opened.source, ledger, clock, signal),
    observer: openObserver(transport, clock, observe, signal),
  };
  const close = (): void => {
    transport.close();
    opened.close();
  };
  return { target, close };
}

/** The way to obtain volumes alone, for what is to be given back after the run. */
export function openTargetSource(
  options: TargetOptions,
  intents: Intents,
): { readonly source: VolumeSource; readonly close: () => void } {
  const { url, token, clock, requestMs, signal, observe, runId = '0', warn = () => {} } = options;
  const closed = new AbortController();
  const timeoutMs = options.hookMs ?? defaultHookMs;
  // volumes must still be told of and given back after an interruption
  const limits = {
    setUp: { timeoutMs, signal: later(signal, setUpGraceMs, clock, closed.signal) },
    teardown: { timeoutMs, signal: later(signal, teardownGraceMs, clock, closed.signal) },
  };
  const toTarget = () => openTransport({ url, token, timeoutMs: requestMs, keepAlive: false });
  const parts = { limits, intents, clock, lookups: observe, requestMs, runId, warn, toTarget };
  const { source, close } = openSource(wayOf(options), parts);
  return {
    source,
    close: () => {
      closed.abort();
      close();
    },
  };
}

function wayOf({ volumes, states }: TargetOptions): VolumeSettings {
  return volumes ?? (states === undefined ? { kind: 'nowhere' } : { kind: 'hook', url: states });
}

/** What the ledger calls the source of these options. */
export const sourceNameOf = (options: TargetOptions): string => options.sourceName ?? wayOf(options).kind;

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

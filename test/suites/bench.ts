import { type Backend, type BackendOptions, createBackend } from '../../backend/backend.ts';
import { listen } from '../../backend/listen.ts';
import { type CertifyOptions, certify } from '../../engine/certify.ts';
import type { Check } from '../../engine/check.ts';
import { imaginaryClock } from '../../engine/dry-run/clock.ts';
import type { Operation } from '../../engine/operation.ts';
import { systemClock } from '../../main/clock.ts';
import { operationOf } from '../../main/operations.ts';
import { findContract } from '../../spec/load.ts';
import { lookupsFor } from '../../targets/lookups.ts';
import { openTarget, type Reach, type TargetOptions } from '../../targets/open.ts';
import type { Result, Row } from '../../verdicts/result.ts';
import { reachInMemory, serviceClock } from './memory.ts';

/** The committed contract: what every run is judged with that names no other. */
export const committed = findContract('extend-volume');
/** The other one, of an operation that removes what it is tried on. */
export const deletion = findContract('delete-volume');

export const token = 'own-token-for-the-tests';
const foreignToken = 'foreign-token-for-the-tests';
export const tokens = { [token]: 'a'.repeat(32), [foreignToken]: 'b'.repeat(32) };

export type BenchSettings = Partial<Omit<CertifyOptions, 'target'>> & Partial<Pick<Operation, 'checks'>>;

/** The settings of a short run; the backend's jobs take 10 ms, so that nothing is learnt by waiting long. */
const short = {
  contract: committed,
  seed: 7,
  runs: 20,
  extensions: 4,
  minSize: 10,
  concurrency: 8,
  jobMs: 60_000,
  clock: systemClock,
  version: '0',
} as const satisfies BenchSettings;

type TargetPlaces = Partial<TargetOptions>;

/**
 * Certifies whatever answers at these places, over the network and in real time unless a way to reach them and a clock are
 * given; the connections are closed in the end. On a busy machine it takes longer: the time limits only end what hangs.
 */
export async function certifyAt(places: TargetPlaces & { url: string }, settings: BenchSettings = {}, reach?: Reach) {
  const { clock = systemClock, signal } = settings;
  const observe = lookupsFor((settings.contract ?? committed).contract);
  const waitMs = settings.jobMs ?? short.jobMs;
  const options = { token, requestMs: 60_000, observe, clock, signal, waitMs, ...places };
  const { target, close } = openTarget(options, reach);
  try {
    const all = { ...short, ...settings, target };
    return await certify({ ...all, operation: content(all) });
  } finally {
    close();
  }
}

/** Checks that are content with as few cases as the settings have: what is short of the mandatory ones has tests of its own. */
export function content({
  runs,
  extensions,
  contract = committed,
  operation = operationOf(contract.contract),
  checks = operation.checks,
}: Pick<CertifyOptions, 'runs' | 'extensions'> & Pick<BenchSettings, 'contract' | 'operation' | 'checks'>): Operation {
  const lean = checks.map((check): Check => {
    if (check.kind === 'passive') return check;
    const most = check.budget === 'extensions' ? Math.min(runs, extensions) : runs;
    return { ...check, atMost: Math.min(most, check.atMost ?? most) };
  });
  return { ...operation, checks: lean };
}

/** An operation without what lies between checks, which is most of what a run sends. */
export const apart = (operation: Operation): Operation => ({ ...operation, interactions: undefined });

/** The reference backend on a port of its own, with tokens. */
export async function startBackend(options: BackendOptions = {}) {
  const backend = createBackend({ tokens, ...options });
  return { ...(await listen(backend)), state: backend.state };
}

/**
 * Certifies the reference backend with these departures. Both are in this process, in a time that passes only while the
 * run has nothing else to do: it comes out the same on any machine, and waiting costs nothing. `remaining`: the volumes
 * that are still there afterwards.
 */
export async function certifyBackend(
  options: BackendOptions = {},
  settings: BenchSettings = {},
  places: TargetPlaces | ((backend: Backend) => TargetPlaces | Promise<TargetPlaces>) = {},
): Promise<Result & { readonly remaining: number }> {
  const clock = imaginaryClock(Date.UTC(2024, 0, 1));
  const backend = createBackend({ tokens, clock: serviceClock(clock), ...options });
  const url = 'http://backend';
  const there = { url, states: `${url}/states`, ...(typeof places === 'function' ? await places(backend) : places) };
  const result = await certifyAt(there, { clock, ...settings }, reachInMemory(backend.app, url, token));
  return { ...result, remaining: backend.state.volumes.size };
}

/** The rows by id. */
export function rowsOf({ rows }: Result): Readonly<Record<string, Row>> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}

/** Ids of the rows with this verdict. */
export function idsWith({ rows }: Result, kind: Row['verdict']['kind']): readonly string[] {
  return rows.filter((row) => row.verdict.kind === kind).map((row) => row.id);
}

/** What rows say of the verdicts, for messages and comparisons. */
export function told({ rows }: Result): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.map(({ id, verdict }) => {
      if (verdict.kind === 'fail') return [id, `fail: ${verdict.counterexample.complaint}`];
      return [id, 'reason' in verdict ? `${verdict.kind}: ${verdict.reason}` : verdict.kind];
    }),
  );
}

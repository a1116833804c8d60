import { type BackendOptions, createBackend } from '../../backend/backend.ts';
import { listen } from '../../backend/listen.ts';
import { systemClock } from '../../cli/clock.ts';
import { findContract } from '../../spec/load.ts';
import { type CertifyOptions, certify } from '../../suites/certify.ts';
import { lookupsFor } from '../../targets/lookups.ts';
import { openTarget, type TargetOptions } from '../../targets/open.ts';
import type { Result, Row } from '../../verdicts/result.ts';

/** The committed contract: what every run is judged with. */
export const committed = findContract('extend-volume');

export const token = 'own-token-for-the-tests';
const foreignToken = 'foreign-token-for-the-tests';
const tokens = { [token]: 'a'.repeat(32), [foreignToken]: 'b'.repeat(32) };

export type Settings = Partial<Omit<CertifyOptions, 'target'>>;

/** The settings of a short run; the backend's jobs take 10 ms, so that nothing is learnt by waiting long. */
const short = {
  contract: committed,
  seed: 7,
  runs: 20,
  extensions: 4,
  minSize: 10,
  concurrency: 8,
  jobMs: 1_500,
  clock: systemClock,
  version: '0',
} as const satisfies Settings;

/** Certifies whatever answers at these places; the connections are closed in the end. */
export async function certifyAt(places: Partial<TargetOptions> & { url: string }, settings: Settings = {}) {
  const { contract } = settings.contract ?? committed;
  const { target, close } = openTarget({
    token,
    requestMs: 10_000,
    observe: lookupsFor(contract),
    clock: settings.clock ?? systemClock,
    signal: settings.signal,
    ...places,
  });
  try {
    return await certify({ ...short, ...settings, target });
  } finally {
    close();
  }
}

/** The reference backend on a port of its own, with tokens. */
export async function startBackend(options: BackendOptions = {}) {
  const backend = createBackend({ tokens, ...options });
  return { ...(await listen(backend)), state: backend.state };
}

/** Certifies the reference backend with these departures. `left`: the volumes that are still there afterwards. */
export async function certifyBackend(
  options: BackendOptions = {},
  settings: Settings = {},
): Promise<Result & { readonly remaining: number }> {
  const { url, statesUrl, close, state } = await startBackend(options);
  try {
    const result = await certifyAt({ url, states: statesUrl }, settings);
    return { ...result, remaining: state.volumes.size };
  } finally {
    await close();
  }
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

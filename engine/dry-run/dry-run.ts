import { openLedger } from '../../targets/ledger.ts';
import { type Lookups, openObserver } from '../../targets/observe.ts';
import type { VolumeSettings } from '../../targets/providers/open.ts';
import { openProvisioner } from '../../targets/provisioner.ts';
import { limitVolumes } from '../../targets/volume-limit.ts';
import type { Row } from '../../verdicts/result.ts';
import { type Allowance, keepingTo } from '../../wire/allowance.ts';
import type { Auth } from '../../wire/auth/auth.ts';
import { type CertifyOptions, certify } from '../certify.ts';
import { imaginaryClock } from './clock.ts';
import { dryRunProvider } from './provider.ts';
import { idealService } from './service.ts';
import { openShelf, type VolumeExtent } from './shelf.ts';

/** The options of a dry run: those of a run, without the target. */
export interface DryRunOptions extends Omit<CertifyOptions, 'target' | 'clock' | 'signal'> {
  readonly project: string;
  readonly volumes: VolumeSettings;
  readonly auth: Auth['kind'];
  readonly observe: Lookups;
  readonly allowance: Allowance & { readonly volumes?: number | undefined };
}

/** The cost of a run on a service that follows the contract. */
export interface DryRun extends VolumeExtent {
  /** Requests to the target, look-ups included; those that set volumes up and give them back not. */
  readonly requests: number;
  /** The run's own waiting, independent of the target, in ms. */
  readonly waitedMs: number;
  readonly rows: readonly Row[];
}

/**
 * Certifies an ideal service in memory, in a time in which nobody waits: the very run that is planned, counted. Nothing
 * is sent anywhere.
 */
export async function performDryRun(run: DryRunOptions): Promise<DryRun> {
  const { contract, project, observe, allowance, volumes, auth, minSize } = run;
  const clock = imaginaryClock();
  const shelf = openShelf();
  const spent = new AbortController();
  const { removes } = run.operation.effect;
  const service = { contract: contract.contract, lookups: observe, shelf, project, auth, removes };
  const transport = keepingTo(idealService(service), allowance, clock, () => spent.abort());
  const observer = openObserver(transport, clock, observe);
  // what an inventory reads of its volumes is not the run's
  const aside = openObserver(idealService(service), clock, observe);
  const provider = dryRunProvider(volumes, { shelf, project, observer: aside, clock, minSize });
  const { secrets } = transport.auth;
  const ledger = openLedger(undefined, { secrets, origin: { source: volumes.kind, target: transport.url } });
  const provisioner = openProvisioner(limitVolumes(provider, allowance.volumes), ledger, clock);
  const target = { url: transport.url, transport, provisioner, observer, spent: spent.signal };
  const result = await certify({ ...run, target, clock });
  return { ...shelf.extent(), requests: result.ledger.requests, waitedMs: result.durationMs, rows: result.rows };
}

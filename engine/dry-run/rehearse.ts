import { capped } from '../../targets/cap.ts';
import { openCustody } from '../../targets/custody.ts';
import { openLedger } from '../../targets/ledger.ts';
import { type Lookups, openObserver } from '../../targets/observe.ts';
import type { VolumeSettings } from '../../targets/sources.ts';
import type { Row } from '../../verdicts/result.ts';
import { type Allowance, keepingTo } from '../../wire/allowance.ts';
import type { Auth } from '../../wire/auth/auth.ts';
import { type CertifyOptions, certify } from '../certify.ts';
import { imaginaryClock } from './clock.ts';
import { idealService } from './service.ts';
import { type Extent, openShelf } from './shelf.ts';
import { rehearsedSource } from './source.ts';

/** The run that is rehearsed: what it is told, without a target. */
export interface Rehearsed extends Omit<CertifyOptions, 'target' | 'clock' | 'signal'> {
  readonly project: string;
  readonly volumes: VolumeSettings;
  readonly auth: Auth['kind'];
  readonly observe: Lookups;
  readonly allowance: Allowance & { readonly volumes?: number | undefined };
}

/** What a run does to a service that does what the contract says. */
export interface Rehearsal extends Extent {
  /** Requests to the target, look-ups included; those that set volumes up and give them back not. */
  readonly requests: number;
  /** Waiting that the run does of itself, whatever the target takes, in ms. */
  readonly waitedMs: number;
  readonly rows: readonly Row[];
}

/**
 * Certifies an ideal service in memory, in a time in which nobody waits: the very run that is planned, counted. Nothing
 * is sent anywhere.
 */
export async function rehearse(run: Rehearsed): Promise<Rehearsal> {
  const { contract, project, observe, allowance, volumes, auth, minSize } = run;
  const clock = imaginaryClock();
  const shelf = openShelf();
  const spent = new AbortController();
  const service = { contract: contract.contract, lookups: observe, shelf, project, auth };
  const transport = keepingTo(idealService(service), allowance, clock, () => spent.abort());
  const observer = openObserver(transport, clock, observe);
  // what an inventory reads of its volumes is not the run's
  const aside = openObserver(idealService(service), clock, observe);
  const source = rehearsedSource(volumes, { shelf, project, observer: aside, clock, minSize });
  const { secrets } = transport.auth;
  const ledger = openLedger(undefined, { secrets, origin: { source: volumes.kind, target: transport.url } });
  const custody = openCustody(capped(source, allowance.volumes), ledger, clock);
  const target = { url: transport.url, transport, custody, observer, spent: spent.signal };
  const result = await certify({ ...run, target, clock });
  return { ...shelf.extent(), requests: result.ledger.requests, waitedMs: result.durationMs, rows: result.rows };
}

import type { Transport } from '../wire/transport.ts';
import type { Observer } from './observe.ts';
import type { Provisioner } from './provisioner.ts';

/** The vendor's side, as a check sees it. */
export interface Target {
  readonly url: string;
  /** The owner of the volumes, if it was given. */
  readonly project?: string | undefined;
  /** Whether it is the reference backend, and not a service to certify. */
  readonly reference?: boolean | undefined;
  readonly transport: Transport;
  readonly provisioner: Provisioner;
  readonly observer: Observer;
  /** Aborted when the run has sent as many requests as it may. */
  readonly spent?: AbortSignal | undefined;
}

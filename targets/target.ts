import type { Transport } from '../wire/transport.ts';
import type { Observer } from './observe.ts';
import type { Provisioner } from './provisioner.ts';

/** What stands between a check and a vendor. */
export interface Target {
  readonly url: string;
  /** Whose volumes are to be extended, where that was said. */
  readonly project?: string | undefined;
  /** It is the reference backend, and no service that anybody wants certified. */
  readonly reference?: boolean | undefined;
  readonly transport: Transport;
  readonly provisioner: Provisioner;
  readonly observer: Observer;
  /** Aborted when the run has sent as many requests as it may. */
  readonly spent?: AbortSignal | undefined;
}

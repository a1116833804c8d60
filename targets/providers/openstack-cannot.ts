import type { VolumeSpec } from '../volume-source.ts';

/** The settings about states of volumes. */
export interface OpenstackStates {
  /** The volume type whose volumes are shared; without it there are no shared ones. */
  readonly multiattachType?: string | undefined;
  /** Whether the credentials allow `os-reset_status`, which needs an administrator. */
  readonly resetState: boolean;
  /** Whether volumes may be attached. */
  readonly attach: boolean;
}

/** Statuses to which no volume is ever reset, because they end its life. */
const beyondReset = ['deleting', 'deleted'];

/**
 * The reason why Cinder cannot give such a volume; undefined if it may. Cinder does not know the servers of its
 * attachments, and the attachments that are made here have no server behind them. If a contract asks for no more than
 * `ACTIVE`, which Cinder can neither confirm nor deny, an attached volume counts as one; a claim of any other server
 * state would be false. An in-use volume without a server gets one attachment, because it cannot be in use without.
 */
export function whyOpenstackCannot(
  { status, multiattach, servers, tenant }: VolumeSpec,
  { multiattachType, resetState, attach }: OpenstackStates,
): string | undefined {
  const made = 'the openstack provider';
  if (tenant !== undefined) return `${made} creates volumes of its own project, none of another tenant`;
  if (multiattach && multiattachType === undefined)
    return `${made} creates shared volumes only where volumes.multiattachType names a type of them`;
  if (status !== 'in-use') {
    if (servers.length > 0) return `${made} attaches servers to none but in-use volumes`;
    if (beyondReset.includes(status)) return `${made} resets volumes to many a status, never to ${status}`;
    if (status !== 'available' && !resetState)
      return `${made} makes a volume ${status} only where volumes.resetState says that the credentials may`;
    return undefined;
  }
  const other = servers.find((server) => server !== 'ACTIVE');
  if (!attach) return `${made} attaches no volumes where volumes.attach is false`;
  if (other !== undefined)
    return `${made} has no servers of its own: none is ${other}, and all that Cinder says is that one is attached`;
  if (servers.length > 1 && !multiattach) return `${made} attaches several servers to none but shared volumes`;
  return undefined;
}

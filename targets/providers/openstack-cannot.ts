import type { VolumeSpec } from '../volume-source.ts';

/** What the settings say about states of volumes. */
export interface OpenstackStates {
  /** The volume type whose volumes are shared; without it none are to be had. */
  readonly multiattachType?: string | undefined;
  /** Whether the credentials allow `os-reset_status`, which is an administrator's. */
  readonly resetState: boolean;
  /** Whether volumes may be attached. */
  readonly attach: boolean;
}

/** Statuses that no volume is ever reset to: they are the way out. */
const beyondReset = ['deleting', 'deleted'];

/**
 * Why Cinder cannot give such a volume; undefined where it may. It does not know the servers of its attachments, nor is
 * there one behind those that are made here: where a contract asks for no more than `ACTIVE`, which Cinder can neither
 * confirm nor deny, an attached volume is taken for one; of every other state it would be a false claim. An in-use volume
 * of which no server is told gets one attachment, for it cannot be in use without.
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

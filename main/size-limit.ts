import type { Contract } from '../spec/contract.ts';
import { smallestMaximum } from '../spec/parts.ts';
import type { Settings } from './settings/settings.ts';

/**
 * The largest size that a run may send to be accepted, in GB; undefined where the contract alone limits it. Volumes that a hook
 * or a command hands out, or that the run creates, are data disks; one that was there before may be a system disk, whose
 * maximum the page may have lower.
 */
export function sizeLimit(
  { maxGb, target }: Pick<Settings, 'maxGb' | 'target'>,
  contract: Contract,
): number | undefined {
  const smallest = smallestMaximum(contract);
  const volumes = target?.volumes;
  if (smallest === null || volumes?.kind !== 'inventory') return maxGb;
  const areData = volumes.list.every(({ disk, tenant }) => disk === 'data' || tenant === 'other');
  // whether the end itself belongs to the range, the page leaves open
  return areData ? maxGb : Math.min(smallest - 1, maxGb ?? Number.POSITIVE_INFINITY);
}

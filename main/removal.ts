import type { Operation } from '../engine/operation.ts';
import type { RunSettings } from './settings/settings.ts';
import { UsageError } from './settings/usage.ts';

/** Whether volumes are handed out again as they came back, so that the run did not create them. */
export const keepsVolumes = ({ target }: Pick<RunSettings, 'target'>): boolean => target?.volumes?.kind === 'inventory';

/**
 * Volumes that the run did not create are not removed by it.
 *
 * @throws UsageError where the operation would
 */
export function checkRemoval({ id, effect }: Pick<Operation, 'id' | 'effect'>, keeps: boolean): void {
  if (!effect.removes || !keeps) return;
  throw new UsageError(
    `${id} removes the volumes of the run, and those of an inventory (volumes.kind) were not created by the run: nothing was sent. Have volumes created for it: by a state hook (--states), or by volumes.kind command, evs or openstack`,
  );
}

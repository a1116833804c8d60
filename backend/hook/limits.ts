import type { RuleContext } from '../rules.ts';
import { type HookProblem, impossible, type VolumeWish } from './params.ts';

const VOLUME_STATUSES = new Set(
  `attaching available awaiting-transfer backing-up creating deleting detaching downloading error error_backing-up
   error_deleting error_extending error_restoring error_rollbacking extending in-use maintenance reserved
   restoring-backup retyping rollbacking uploading`.split(/\s+/),
);
const MAX_SERVERS = 100;

/** The reason why the backend cannot have such a volume; undefined if it can. */
export function findObstacle(wish: VolumeWish, { state, settings }: RuleContext): HookProblem | undefined {
  if (wish.size > settings.max) return impossible(`a volume has at most ${settings.max} GB`);
  if (!VOLUME_STATUSES.has(wish.status)) return impossible(`no volume is ever ${JSON.stringify(wish.status)}`);
  if (wish.status === 'in-use' && wish.servers.length === 0) return impossible('an in-use volume has a server');
  if (wish.status !== 'in-use' && wish.servers.length > 0)
    return impossible(`a volume that is ${wish.status} has no server`);
  if (wish.servers.length > MAX_SERVERS) return impossible(`a volume has at most ${MAX_SERVERS} servers`);
  if (state.volumes.size >= settings.maxVolumes) return impossible(`there are ${settings.maxVolumes} volumes already`);
  return undefined;
}

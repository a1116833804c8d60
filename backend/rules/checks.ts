import { refuse } from '../refusal.ts';
import type { Rules } from '../rules.ts';

/** Whether the extension is allowed. Sizes are compared after truncation. */
export const checks: Pick<Rules, 'checkLower' | 'checkUpper' | 'checkState' | 'checkBusy' | 'onRefused'> = {
  checkLower: ({ size }, volume) =>
    size <= volume.size
      ? refuse('lower', `new_size ${size} is not greater than the current size ${volume.size}`)
      : undefined,

  checkUpper: ({ size }, _volume, { settings }) =>
    size > settings.max ? refuse('upper', `new_size ${size} is above the maximum ${settings.max}`) : undefined,

  checkState: (volume, { settings }) => {
    if (volume.status === 'available') return undefined;
    if (volume.status !== 'in-use') return refuse('status', `a volume that is ${volume.status} cannot be extended`);
    if (volume.multiattach) return refuse('shared', 'a shared volume cannot be extended while it is in use');
    const bad = volume.servers.find((server) => !settings.servers.includes(server.status));
    return bad && refuse('server', `the volume is attached to a server that is ${bad.status}`);
  },

  // two extensions at once could finish in either order, so the later one is refused for the moment
  checkBusy: (volume, { state }) =>
    state.busy.has(volume.id) ? refuse('busy', 'the volume is being extended already') : undefined,

  onRefused: () => undefined,
};

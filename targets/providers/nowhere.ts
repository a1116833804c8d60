import type { VolumeProvider } from '../volume-source.ts';

/** No way to obtain volumes: every check that needs one says why it could not be judged. */
export const nowhere: VolumeProvider = {
  hint: 'give the state hook with --states, or volumes in the config file',
  async obtain() {
    return {
      kind: 'unavailable',
      reason: 'there is no way to obtain a volume: give the state hook with --states, or volumes in the config file',
    };
  },
  async giveBack() {
    return undefined;
  },
};

import type { VolumeSource } from './target.ts';

/** No way to obtain volumes: every check that needs one says why it could not be judged. */
export const nowhere: VolumeSource = {
  hint: 'give the state hook with --states',
  async obtain() {
    return { kind: 'unavailable', reason: 'there is no way to obtain a volume: give the state hook with --states' };
  },
  async giveBack() {
    return undefined;
  },
};

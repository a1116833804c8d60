import { madeNone, type VolumeProvider } from './volume-source.ts';

/**
 * A provider that sets up no more than this many volumes in the whole run, which limits its cost. Volumes that existed
 * before are not counted.
 */
export function limitVolumes(provider: VolumeProvider, maxVolumes: number | undefined): VolumeProvider {
  if (maxVolumes === undefined || provider.keeps === true) return provider;
  // includes volumes that are just being set up
  let made = 0;
  return {
    ...provider,
    async obtain(spec, setUp) {
      if (made >= maxVolumes)
        return { kind: 'unavailable', reason: limitReason(maxVolumes), room: 'never', budget: true };
      made += 1;
      const obtained = await provider.obtain(spec, setUp);
      if (madeNone(obtained)) made -= 1;
      return obtained;
    },
  };
}

const limitReason = (most: number): string => `the ${most} volumes of --max-volumes have been set up`;

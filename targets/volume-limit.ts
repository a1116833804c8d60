import { madeNone, type VolumeProvider } from './volume-source.ts';

/**
 * A provider that sets up so many volumes in the whole run, and no more: what a run may cost. Volumes that were there before
 * it are not counted.
 */
export function limitVolumes(provider: VolumeProvider, maxVolumes: number | undefined): VolumeProvider {
  if (maxVolumes === undefined || provider.keeps === true) return provider;
  // those that are just being set up included
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

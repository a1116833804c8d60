import { madeNone, type VolumeSource } from './volume-source.ts';

/**
 * A source that sets up so many volumes in the whole run, and no more: what a run may cost. Volumes that were there before
 * it are not counted.
 */
export function capped(source: VolumeSource, maxVolumes: number | undefined): VolumeSource {
  if (maxVolumes === undefined || source.keeps === true) return source;
  // those that are just being set up included
  let made = 0;
  return {
    ...source,
    async obtain(spec, setUp) {
      if (made >= maxVolumes)
        return { kind: 'unavailable', reason: cappedReason(maxVolumes), room: 'never', budget: true };
      made += 1;
      const obtained = await source.obtain(spec, setUp);
      if (madeNone(obtained)) made -= 1;
      return obtained;
    },
  };
}

const cappedReason = (most: number): string => `the ${most} volumes of --max-volumes have been set up`;

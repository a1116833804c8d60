import type { VolumeSpec } from '../../targets/volume-source.ts';

/** A volume of the ideal service. */
export interface IdealVolume extends VolumeSpec {
  readonly id: string;
  readonly project: string;
}

/** The totals of the volumes of a run. */
export interface VolumeExtent {
  /** Volumes set up in all, and there at once at most. */
  readonly volumes: number;
  readonly volumesAtOnce: number;
  /** GB that were set up, that extensions added, and that were there at once at most. */
  readonly gbSetUp: number;
  readonly gbAdded: number;
  readonly gbAtOnce: number;
  /** Extensions that were carried out. */
  readonly extensions: number;
}

/** The ideal service's volumes, counted. */
export interface Shelf {
  /** A volume that was there before the run. */
  place(volume: IdealVolume): void;
  setUp(spec: VolumeSpec, project: string): IdealVolume;
  find(project: string, id: string): IdealVolume | undefined;
  /** `size` in GB. */
  grow(volume: IdealVolume, size: number): void;
  remove(id: string): void;
  readonly extent: () => VolumeExtent;
}

export function openShelf(): Shelf {
  const volumes = new Map<string, IdealVolume>();
  let here = 0;
  let extent: VolumeExtent = { volumes: 0, volumesAtOnce: 0, gbSetUp: 0, gbAdded: 0, gbAtOnce: 0, extensions: 0 };

  function put(volume: IdealVolume): void {
    here += volume.size - (volumes.get(volume.id)?.size ?? 0);
    volumes.set(volume.id, volume);
    const { volumesAtOnce, gbAtOnce } = extent;
    extent = {
      ...extent,
      volumesAtOnce: Math.max(volumesAtOnce, volumes.size),
      gbAtOnce: Math.max(gbAtOnce, here),
    };
  }

  return {
    place: put,
    setUp(spec, project) {
      extent = { ...extent, volumes: extent.volumes + 1, gbSetUp: extent.gbSetUp + spec.size };
      const id = `00000000-0000-4000-8000-${String(extent.volumes).padStart(12, '0')}`;
      const volume = { ...spec, id, project };
      put(volume);
      return volume;
    },
    find(project, id) {
      const volume = volumes.get(id);
      return volume?.project === project ? volume : undefined;
    },
    grow(volume, size) {
      const { extensions, gbAdded } = extent;
      extent = { ...extent, extensions: extensions + 1, gbAdded: gbAdded + size - volume.size };
      put({ ...volume, size });
    },
    remove(id) {
      here -= volumes.get(id)?.size ?? 0;
      volumes.delete(id);
    },
    extent: () => extent,
  };
}

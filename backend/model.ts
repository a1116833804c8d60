/** A server with the volume attached; the status keeps its original spelling. */
interface Server {
  readonly id: string;
  readonly status: string;
}

/** One data volume. Sizes are in GB. Volumes are never mutated: the state replaces them. */
export interface BackendVolume {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly description: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly size: number;
  readonly originalSize: number;
  readonly status: string;
  readonly multiattach: boolean;
  readonly servers: readonly Server[];
  readonly volumeType: string;
  readonly availabilityZone: string;
  readonly bootable: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One piece of work on a volume, under way or over. `size` is the capacity in GB that the volume has after it. */
export interface Job {
  readonly id: string;
  readonly type: 'extendVolume' | 'createVolume' | 'deleteVolume';
  readonly projectId: string;
  readonly volumeId: string;
  readonly size: number;
  readonly status: 'INIT' | 'RUNNING' | 'SUCCESS' | 'FAIL';
  readonly beginTime: string;
  readonly endTime: string | null;
  readonly failReason: string | null;
}

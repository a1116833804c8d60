import type { SendLimits } from '../wire/transport.ts';

/** The order for a volume. */
export interface VolumeSpec {
  /** In GB. */
  readonly size: number;
  /** Any volume status of the vendor's documentation. */
  readonly status: string;
  readonly multiattach: boolean;
  /** The status of each attached server; empty unless in-use. */
  readonly servers: readonly string[];
  /** A volume that belongs to another project than the caller's. */
  readonly tenant?: 'other';
}

/** A volume that was handed out. */
export interface Volume {
  readonly project: string;
  readonly id: string;
  /** The name under which it was created, if it is one of ours: `evs-conformance-<run id>-<n>`. */
  readonly name?: string | undefined;
}

/** The target cannot be certified at all: exit 3. The message says why, and what to do. */
export class CouldNotRun extends Error {
  override readonly name = 'CouldNotRun';
}

/** A provider's own answer to the question whether to ask again: never, or whether the wish could be met by now. */
export type RoomAgain = 'never' | (() => boolean);

export type Obtained =
  | { readonly kind: 'volume'; readonly volume: Volume }
  /**
   * The wish cannot be met, here or now. `made`: a volume that was made in the attempt, and has to be given back.
   * `budget`: it could be met, but the run's allowance is used up.
   */
  | {
      readonly kind: 'unavailable';
      readonly reason: string;
      readonly room?: RoomAgain;
      readonly made?: Volume;
      readonly budget?: true;
    }
  /** The provider did not work. `made`: whether there is a volume all the same, which has to be given back. */
  | { readonly kind: 'failed'; readonly reason: string; readonly made: 'no' | 'unknown' | Volume };

/** Whether the wish made no volume, to use or to give back. */
export const madeNone = (obtained: Obtained): boolean =>
  (obtained.kind === 'unavailable' && obtained.made === undefined) ||
  (obtained.kind === 'failed' && obtained.made === 'no');

/**
 * A way to obtain volumes in wanted states, and to give them back: one file each. The provisioner takes all that it
 * hands out.
 */
export interface VolumeProvider {
  /** Things to check if it does not work. */
  readonly hint: string;
  /** `setUp` is called before any request that could make a volume; if it throws, nothing is sent. */
  obtain(spec: VolumeSpec, setUp: SetUp): Promise<Obtained>;
  /** Resolves with undefined when the volume is given back, otherwise with the reason. */
  giveBack(volume: Volume): Promise<string | undefined>;
  /**
   * The volumes that were created under this name, by a run that died during the creation. A string gives the reason
   * why the search failed; absent if volumes have no names of ours.
   */
  find?(project: string, name: string): Promise<readonly Volume[] | string>;
  /** Whether volumes are handed out again as they came back, so that every GB of growth is spent for good. */
  readonly keeps?: boolean;
  /** A hook of the vendor's makes them for tests: no harm to one matters. */
  readonly isForTests?: true;
}

/** A volume that is being made: its name is known before its id. */
export interface Named {
  readonly project: string;
  readonly name: string;
}

/** One set-up, as its provider sees it. */
export interface SetUp {
  /** Its own name, unique among the set-ups of all runs. */
  readonly id: string;
  /**
   * Records that the set-up goes out now, so that it is known in any case. `whom`: the provider that is asked, in
   * words. `named`: the name by which the volume can be found. Throws `LedgerError` if it cannot be recorded.
   */
  goesOut(whom: string, named?: Named): void;
}

/** The time limits of a provider's calls, and the signals that end them earlier. */
export interface ProviderLimits {
  readonly setUp: SendLimits;
  readonly teardown: SendLimits;
}

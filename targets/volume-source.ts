import type { SendLimits } from '../wire/transport.ts';

/** A volume as it is asked for. */
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

/** A volume as it was handed out. */
export interface Volume {
  readonly project: string;
  readonly id: string;
  /** The name that it was created under, where that is one of ours: `evs-conformance-<run id>-<n>`. */
  readonly name?: string | undefined;
}

/** The target cannot be certified at all: exit 3. The message says what happened and what to do. */
export class CouldNotRun extends Error {
  override readonly name = 'CouldNotRun';
}

/** What a provider that knows says of asking again: in vain, or whether the wish could be met by now. */
export type RoomAgain = 'never' | (() => boolean);

export type Obtained =
  | { readonly kind: 'volume'; readonly volume: Volume }
  /**
   * The wish cannot be met, here or now. `made`: a volume that came of trying all the same, and has to be given back.
   * `budget`: it could be, and what the run may spend is used up.
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

/** Whether no volume came of the wish, to use or to give back. */
export const madeNone = (obtained: Obtained): boolean =>
  (obtained.kind === 'unavailable' && obtained.made === undefined) ||
  (obtained.kind === 'failed' && obtained.made === 'no');

/** How volumes in wanted states are obtained and given back: one file a way. What it hands out goes through the provisioner. */
export interface VolumeProvider {
  /** What to check where it does not work. */
  readonly hint: string;
  /** `setUp` is told before anything is asked for that could make a volume; nothing is asked for where it throws. */
  obtain(spec: VolumeSpec, setUp: SetUp): Promise<Obtained>;
  /** Resolves with undefined when the volume is given back, else with the reason. */
  giveBack(volume: Volume): Promise<string | undefined>;
  /**
   * The volumes that were created under this name: what a run that died was just making. A string says why they cannot
   * be looked for; absent where volumes have no names of ours.
   */
  find?(project: string, name: string): Promise<readonly Volume[] | string>;
  /** Volumes are handed out again as they came back, so that every GB they grow by is spent for good. */
  readonly keeps?: boolean;
  /** A hook of the vendor's makes them for tests: whatever becomes of one, nobody misses it. */
  readonly isForTests?: true;
}

/** A volume that is being made: its name is known before its id. */
export interface Named {
  readonly project: string;
  readonly name: string;
}

/** One set-up, as its provider sees it. */
export interface SetUp {
  /** A name of its own: no other set-up of any run has it. */
  readonly id: string;
  /**
   * Writes down that the set-up goes out now, so that it is known of whatever happens. `whom`: who is asked, in words.
   * `named`: what the volume can be found by. Throws `LedgerError` where that cannot be written down.
   */
  goesOut(whom: string, named?: Named): void;
}

/** How long calls of a provider may take, and what ends them before that. */
export interface ProviderLimits {
  readonly setUp: SendLimits;
  readonly teardown: SendLimits;
}

import type { Contract } from '../spec/contract.ts';
import type { VolumeReading } from '../targets/observe.ts';

/** The part of a reading that shows an effect. Size in GB. */
export type SeenState = Pick<VolumeReading, 'size' | 'status' | 'attributes'>;

/** The effect of an accepted request on its fixture, and how readings show it. */
export interface Effect {
  /** The documented body; empty where the operation takes none. */
  readonly body: (contract: Contract) => string;
  /**
   * The state that a reading shows, compared with the request and with the reading `before`. `expected`: in GB; null if any change is as
   * good. `under way`: an acceptable state in between.
   */
  readonly shown: (
    now: SeenState,
    before: SeenState,
    expected: number | null,
  ) => 'asked' | 'under way' | 'before' | 'other';
  /** Whether there was an effect of this kind at all. */
  readonly tookPlace: (before: SeenState, after: SeenState) => boolean;
  /** It removes the fixture, which then serves no other case. */
  readonly removes: boolean;
  /** Its name for people. */
  readonly words: {
    /** `extension` */
    readonly request: string;
    /** Words for a missing effect: `the volume was not seen to grow`. */
    readonly unseen: string;
    /** Words for the state that must accompany a successful job, and for the one that must not: `the new size`, `the old size, 10 GB`. */
    readonly done: string;
    readonly undone: (before: SeenState | undefined) => string;
  };
}

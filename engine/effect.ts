import type { Contract } from '../spec/contract.ts';
import type { VolumeReading } from '../targets/observe.ts';

/** What of a reading shows an effect. Size in GB. */
export type SeenState = Pick<VolumeReading, 'size' | 'status' | 'attributes'>;

/** What an accepted request does to its fixture, and how that is told from readings. */
export interface Effect {
  /** The documented body; empty where the operation takes none. */
  readonly body: (contract: Contract) => string;
  /**
   * What a reading shows, of what was asked for and of what was there `before`. `expected`: in GB; null where any change is as
   * good. `under way`: what is there on the way, and will do in the end.
   */
  readonly shown: (
    now: SeenState,
    before: SeenState,
    expected: number | null,
  ) => 'asked' | 'under way' | 'before' | 'other';
  /** Whether there was an effect of this kind at all. */
  readonly tookPlace: (before: SeenState, after: SeenState) => boolean;
  /** The fixture is gone by it, and serves nobody else. */
  readonly removes: boolean;
  /** What people call it. */
  readonly words: {
    /** `extension` */
    readonly request: string;
    /** What was not seen to happen: `the volume was not seen to grow`. */
    readonly unseen: string;
    /** What a job that has ended well has to stand beside, and what it must not: `the new size`, `the old size, 10 GB`. */
    readonly done: string;
    readonly undone: (before: SeenState | undefined) => string;
  };
}

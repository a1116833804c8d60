import type { Setup } from '../../generators/case.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { VolumeReading } from '../../targets/observe.ts';
import type { Volume } from '../../targets/target.ts';
import type { Blocked, Step } from '../step.ts';

/**
 * Why a volume is never used again. `lost`: a request to it had no outcome, so that nobody knows what it did. `changed`:
 * a refusal changed it. `used`: what came of a request is not what was asked for, or was not waited for.
 */
export type Spoilt = 'lost' | 'changed' | 'used';

/** A volume of the run, with what is known of it. */
export interface Subject {
  readonly volume: Volume;
  readonly setup: Setup;
  /** Its latest reading; where volumes cannot be read, what must be true of it if its answers are. */
  now: VolumeReading;
  /** Whether `now` was read back. */
  readonly observed: boolean;
  /** The check that worked on it last. */
  keeper: RequirementId | undefined;
  /** A request to extend was sent to it. */
  touched: boolean;
  /** How often it was extended. */
  extensions: number;
  /** The sizes that it was seen to have, in GB, the first and the latest included. */
  history: readonly number[];
  /** The job of its latest extension, until that is known to have ended. */
  job: string | undefined;
  /** Whether a valid extension of this very volume was accepted and seen to work; only then do its refusals count. */
  anchor: 'none' | 'good' | Blocked;
  /** Refusals wait for the anchor. */
  unanchored: boolean;
  /** The refusal that came last, if nothing was accepted since: when it was (ms), and whether it was read again later. */
  refusal: { readonly step: Step; readonly at: number; readonly isOld: boolean } | undefined;
  spoilt: Spoilt | undefined;
}

/** A set-up could not be had. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  /** There is one, and what the run may spend is used up. */
  readonly isBudget: boolean;
  constructor(reason: string, why?: 'budget') {
    super(why === 'budget' ? `budget: ${reason}` : reason);
    this.isBudget = why === 'budget';
  }
}

/** A volume is of no use because a requirement that the check rests on is broken. */
export class BlockedVolume extends Error {
  override readonly name = 'BlockedVolume';
  readonly blocked: Blocked;
  constructor(blocked: Blocked) {
    super(blocked.reason);
    this.blocked = blocked;
  }
}

/** No outcome could be had from the target: time-outs, resets, 503. */
export class LostExchange extends Error {
  override readonly name = 'LostExchange';
}

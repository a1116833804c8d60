import type { Setup } from '../../generators/case.ts';
import type { VolumeReading } from '../../targets/observe.ts';
import type { Volume } from '../../targets/target.ts';
import type { Blocked, Step } from '../step.ts';

/** A volume in the hands of one check, with what is known of it. */
export interface Subject {
  readonly volume: Volume;
  readonly setup: Setup;
  /** Its latest reading; where volumes cannot be read, what must be true of it if its answers are. */
  now: VolumeReading;
  /** Whether `now` was read back. */
  readonly observed: boolean;
  /** How often it was extended. */
  extensions: number;
  /** Whether a valid extension of this very volume was accepted and seen to work; only then do its refusals count. */
  anchor: 'none' | 'good' | Blocked;
  /** Refusals that wait for the anchor. */
  unanchored: number;
  /** The latest refusal, for the reading when the volume is given back, and when it was (ms). */
  refusal: { readonly step: Step; readonly at: number } | undefined;
  /** Never used again: it is not as it was, or nobody knows. */
  spoiled: boolean;
  /** A request to it had no outcome: what it did, if anything, is not known. */
  lost: boolean;
  /** Its size when it was handed out, in GB: what is given can be more than what was asked for. */
  readonly startSize: number;
}

/** A set-up could not be had. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
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

import type { RequirementId } from '../../spec/requirements.ts';
import type { NoReading, VolumeReading } from '../../targets/observe.ts';
import type { Volume } from '../../targets/target.ts';
import type { StepMark } from '../../wire/exchange.ts';
import { leastReadings, type Suspicion } from './patience.ts';
import type { Run } from './run.ts';
import { openStopwatch } from './stopwatch.ts';

/** A reading that can be relied on. */
export interface Steady {
  readonly reading: VolumeReading | NoReading;
  /** An earlier reading that was odd and did not stand, and how long it was seen, in ms. */
  readonly passing: { readonly reading: VolumeReading | NoReading; readonly ms: number } | undefined;
}

/** What a reading was that went back, for the row that it would have failed. */
export function passingChange(before: VolumeReading, { reading, ms }: NonNullable<Steady['passing']>): string {
  const seen = reading.kind === 'volume' ? `${reading.size} GB in state "${reading.status}"` : reading.reason;
  return `for ${ms} ms a volume of ${before.size} GB in state "${before.status}" was read as ${seen}: too short to count`;
}

/** What is looked for in a reading. */
export interface Doubt {
  readonly of: Suspicion;
  /** The check whose row it would fail. */
  readonly check: RequirementId;
  /** Whether the reading accuses somebody; of a volume that was just there, it being gone does as well. */
  readonly isOdd: (reading: VolumeReading) => boolean;
  /** The sizes that the volume had before, in GB: a replica that is behind may show them. */
  readonly history?: readonly number[];
  /** The step that is in doubt. */
  readonly step?: StepMark | undefined;
}

/**
 * Reads a volume once, or, where that reading is odd, until one is not or all have been for long enough: a replica may be
 * behind, and a state may flap. What cannot be read speaks neither for nor against, and is asked for as long.
 */
export async function readSteadily(
  { target, clock, signal, patience }: Run,
  volume: Volume,
  { of, check, isOdd, history = [], step }: Doubt,
): Promise<Steady> {
  const watch = openStopwatch(clock);
  const odd = openPile();
  const none = openPile();
  for (let pause = 40; ; pause = Math.min(pause * 2, 250)) {
    const reading = await target.observer.volume(volume, step);
    const now = watch.passed();
    if (reading.kind === 'volume' && !isOdd(reading)) {
      const [first] = odd.all;
      if (first?.kind === 'volume' && history.includes(first.size)) patience.lagged();
      return { reading, passing: first && { reading: first, ms: Math.round(odd.ms(now)) } };
    }
    if (signal.aborted) return { reading: cutShort, passing: undefined };
    // each has to stand by itself: of a time in which nothing could be read nobody knows what was there
    const own = reading.kind === 'unreadable' && reading.why !== 'gone' ? none : odd;
    own.add(reading, now);
    const isOld = own.all.some((one) => (one.kind === 'volume' ? history.includes(one.size) : one.why === 'gone'));
    if (own.all.length >= leastReadings && own.ms(now) >= patience.standsMs(of, check, isOld)) {
      if (own === odd) patience.stood(of, check);
      return { reading, passing: undefined };
    }
    await watch.pause(pause, signal);
  }
}

/** Readings that say the like, and how long ago (in ms) the first of them was. */
function openPile() {
  const all: (VolumeReading | NoReading)[] = [];
  let since = 0;
  return {
    all,
    add(reading: VolumeReading | NoReading, at: number): void {
      if (all.length === 0) since = at;
      all.push(reading);
    },
    ms: (now: number) => now - since,
  };
}

const cutShort: NoReading = {
  kind: 'unreadable',
  why: 'trouble',
  reason: 'the run was cut short before it could be told whether what was read would stand',
};

import type { Setup } from '../../generators/case.ts';
import type { Asker } from '../../targets/custody.ts';
import type { VolumeReading } from '../../targets/observe.ts';
import type { Volume } from '../../targets/target.ts';
import type { Run } from './run.ts';
import { LostExchange, type Subject, Unavailable } from './subject.ts';

/** Has a volume set up and reads it back. Throws `Unavailable` with the reason, `LostExchange` where nobody could answer that. */
export async function obtain(run: Run, setup: Setup, asker?: Asker): Promise<Subject> {
  const { custody } = run.target;
  const { size, status, multiattach, servers } = setup;
  const obtained = await custody.obtain({ size, status, multiattach, servers }, asker);
  if (obtained.kind === 'unavailable') throw new Unavailable(obtained.reason);
  try {
    const now = await readBack(run, obtained.volume, setup);
    const presumed: VolumeReading = { kind: 'volume', size, status, multiattach, attributes: {} };
    return {
      volume: obtained.volume,
      setup,
      now: now ?? presumed,
      observed: now !== undefined,
      keeper: undefined,
      touched: false,
      extensions: 0,
      history: [now?.size ?? size],
      job: undefined,
      anchor: 'none',
      unanchored: false,
      refusal: undefined,
      spoilt: undefined,
    };
  } catch (error) {
    await custody.giveBack(obtained.volume);
    throw error;
  }
}

/** The volume's first reading, once it is as it was asked for; undefined where volumes cannot be read at all. */
async function readBack(run: Run, volume: Volume, setup: Setup): Promise<VolumeReading | undefined> {
  const { target, clock, patience, signal } = run;
  if (!target.observer.seesVolumes) return undefined;
  const start = clock.now();
  for (let pause = 20; ; pause = Math.min(pause * 2, 1000)) {
    const reading = await target.observer.volume(volume);
    if (reading.kind === 'volume' && reading.status === setup.status) return usable(run, reading, setup);
    if (clock.now() - start >= patience.ms('moment') || signal.aborted) {
      if (reading.kind === 'unreadable' && reading.why === 'lost' && run.hasRead())
        throw new LostExchange(reading.reason);
      if (reading.kind === 'unreadable') return undefined;
      throw new Unavailable(`the volume was set up in state "${reading.status}", not "${setup.status}"`);
    }
    await clock.sleep(pause, signal);
  }
}

/** The size that is read back counts, and it has to be one; throws `Unavailable` where nothing can be tested on the volume. */
function usable(run: Run, reading: VolumeReading, setup: Setup): VolumeReading {
  const { multiattach, size } = reading;
  const { ceiling } = run.room;
  if (multiattach !== undefined && multiattach !== setup.multiattach)
    throw new Unavailable(`the volume was set up with multiattach ${multiattach}, not ${setup.multiattach}`);
  if (!Number.isSafeInteger(size) || size < 1)
    throw new Unavailable(`the volume reads as ${size} GB before anything was asked of it`);
  if (size >= ceiling)
    throw new Unavailable(`the volume was set up with ${size} GB, which leaves no room below ${ceiling} GB`);
  return reading;
}

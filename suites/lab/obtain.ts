import type { Setup } from '../../generators/case.ts';
import type { VolumeReading } from '../../targets/observe.ts';
import type { Volume } from '../../targets/target.ts';
import type { Run } from './run.ts';
import { type Subject, Unavailable } from './subject.ts';

/** Has a volume set up, writes it into the ledger and reads it back. Throws `Unavailable` with the reason. */
export async function obtain(run: Run, setup: Setup): Promise<Subject> {
  const { target } = run;
  const { size, status, multiattach, servers } = setup;
  const obtained = await target.source.obtain({ size, status, multiattach, servers });
  if (obtained.kind === 'unavailable') throw new Unavailable(obtained.reason);
  try {
    target.ledger.obtained(obtained.volume);
    const now = await readBack(run, obtained.volume, setup);
    const observed = now !== undefined;
    const presumed: VolumeReading = { kind: 'volume', size, status, multiattach, attributes: {} };
    return {
      volume: obtained.volume,
      setup,
      now: now ?? presumed,
      observed,
      extensions: 0,
      anchor: 'none',
      unanchored: 0,
      refusal: undefined,
      spoiled: false,
      lost: false,
      startSize: now?.size ?? size,
    };
  } catch (error) {
    await giveBack(run, obtained.volume);
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
    if (reading.kind === 'volume' && reading.status === setup.status) {
      if (reading.multiattach === undefined || reading.multiattach === setup.multiattach) return reading;
      throw new Unavailable(`the volume was set up with multiattach ${reading.multiattach}, not ${setup.multiattach}`);
    }
    if (clock.now() - start >= patience.ms('moment') || signal.aborted) {
      if (reading.kind === 'unreadable') return undefined;
      throw new Unavailable(`the volume was set up in state "${reading.status}", not "${setup.status}"`);
    }
    await clock.sleep(pause, signal);
  }
}

/** Gives a volume back and notes in the ledger how that went. Never throws. */
export async function giveBack(run: Run, volume: Volume): Promise<void> {
  try {
    const trouble = await run.target.source.giveBack(volume);
    if (trouble === undefined) run.target.ledger.returned(volume);
    else run.target.ledger.left(volume, trouble);
  } catch (error) {
    run.target.ledger.left(volume, error instanceof Error ? error.message : String(error));
  }
}

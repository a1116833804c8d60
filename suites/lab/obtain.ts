import type { Setup } from '../../generators/case.ts';
import type { Asker } from '../../targets/custody.ts';
import type { VolumeReading } from '../../targets/observe.ts';
import type { Volume } from '../../targets/target.ts';
import type { Run } from './run.ts';
import { showMs, Unfit } from './set-ups.ts';
import { openStopwatch } from './stopwatch.ts';
import { LostExchange, type Subject, Unavailable } from './subject.ts';
import { whyUnfit } from './unfit.ts';

/**
 * Has a volume set up and reads it back. Throws `Unavailable` with the reason, `Unfit` where it is not what it should be,
 * `LostExchange` where nobody could answer that.
 */
export async function obtain(run: Run, setup: Setup, asker: Omit<Asker, 'calls'>): Promise<Subject> {
  const { custody } = run.target;
  const { size, status, multiattach, servers } = setup;
  const hopeless = run.setUps.whyNot(setup);
  if (hopeless !== undefined) throw new Unavailable(hopeless);
  const obtained = await custody.obtain({ size, status, multiattach, servers }, { ...asker, calls: run.traffic.aside });
  if (obtained.kind === 'unavailable') throw new Unavailable(obtained.reason, obtained.budget ? 'budget' : undefined);
  try {
    const now = await readBack(run, obtained.volume, setup);
    const presumed: VolumeReading = { kind: 'volume', size, status, multiattach, attributes: {} };
    run.setUps.wentRight(setup);
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
    if (error instanceof Unfit && !run.signal.aborted) run.setUps.wentWrong(setup, error);
    await custody.giveBack(obtained.volume);
    throw error;
  }
}

/** The volume's first reading, once it is as it was asked for; undefined where volumes cannot be read at all. */
async function readBack(run: Run, volume: Volume, setup: Setup): Promise<VolumeReading | undefined> {
  const { target, clock, signal, setUps } = run;
  if (!target.observer.seesVolumes) return undefined;
  const watch = openStopwatch(clock);
  for (let pause = 20; ; pause = Math.min(pause * 2, 1000)) {
    const reading = await target.observer.volume(volume);
    const unfit = whyUnfit(reading, setup, run.room);
    if (unfit === undefined && reading.kind === 'volume') {
      setUps.read(true);
      return reading;
    }
    const isUnseen = unfit?.kind === 'unseen' && setUps.reading() !== 'seen';
    // where no volume was ever seen, none is waited for again
    const waited = isUnseen && setUps.reading() === 'unseen' ? Number.POSITIVE_INFINITY : watch.passed();
    const isLost = reading.kind === 'unreadable' && reading.why === 'lost' && setUps.reading() === 'seen';
    if (isLost && (waited >= showMs || signal.aborted)) throw new LostExchange(reading.reason);
    if (unfit?.kind === 'for good' || waited >= showMs || signal.aborted) {
      if (!isUnseen && unfit !== undefined) throw new Unfit(unfit);
      setUps.read(false);
      return undefined;
    }
    await watch.pause(pause, signal);
  }
}

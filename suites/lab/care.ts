import type { Recipe, Setup } from '../../generators/case.ts';
import type { VolumeReading } from '../../targets/observe.ts';
import type { StepMark } from '../../wire/exchange.ts';
import { running } from '../judge/job-words.ts';
import { markOf } from '../step.ts';
import type { Order } from './fleet.ts';
import type { Run } from './run.ts';
import { passingChange, readSteadily } from './steady.ts';
import { openStopwatch } from './stopwatch.ts';
import type { Subject } from './subject.ts';

/** After a refusal the volume is read again so many ms later: some refusals have an effect after all. */
const rereadMs = 250;

/** Whether a volume of the fleet is as the set-up asks, and the recipe's size means on it what it means on a fresh one. */
export function suits(run: Run, subject: Subject, setup: Setup, size: Recipe['size'] | undefined): boolean {
  const { now, extensions, observed } = subject;
  const { ceiling } = run.room;
  if (!sameState(subject.setup, setup) || (now.multiattach ?? setup.multiattach) !== setup.multiattach) return false;
  if (setup.exact) return setup.grown === 0 && !subject.touched && subject.setup.size === setup.size;
  // where nothing can be read, nobody knows when an extension has ended
  if (extensions > setup.grown && !run.reuse.isOn()) return false;
  if (extensions < setup.grown || (extensions > 0 && !observed) || now.size < setup.size) return false;
  if (now.size > ceiling || (now.size === ceiling && size?.base !== 'maximum')) return false;
  return size === undefined || size.base !== 'zero' || size.plus <= setup.size || size.plus > now.size;
}

const sameState = (one: Setup, other: Setup): boolean =>
  one.status === other.status && one.multiattach === other.multiattach && one.servers.join() === other.servers.join();

/**
 * Small volumes first, for small counterexamples; what takes the last room of one goes to the largest. One that has just
 * refused something cannot be extended before it was read again, and comes last for that.
 */
export function order({ clock }: Run, size: Recipe['size'] | undefined, use: 'growing' | undefined): Order {
  const last = size?.base === 'ceiling' || (size?.base === 'maximum' && size.plus === 0);
  const waits = ({ refusal }: Subject): number =>
    use === 'growing' && refusal?.isOld === false && clock.now() - refusal.at < rereadMs ? 1 : 0;
  return (one, other) =>
    waits(one) - waits(other) || (last ? other.now.size - one.now.size : one.now.size - other.now.size);
}

/**
 * Waits until the volume is back in the state of its set-up, and its job has ended where that can be seen: a service may
 * refuse to extend a volume that is being extended. `ready`: not for long, for another volume will do.
 */
export async function isReady(run: Run, subject: Subject, what: 'state' | 'ready'): Promise<boolean> {
  const { clock, patience, target, signal } = run;
  const watch = openStopwatch(clock);
  for (let pause = 3; ; pause = Math.min(pause * 2, 500)) {
    if (subject.spoilt !== undefined) return false;
    await endJob(run, subject);
    const isBack = !subject.observed || subject.now.status === subject.setup.status;
    const passed = watch.passed();
    if (isBack && subject.job === undefined) {
      patience.showed(passed);
      run.underWay.delete(subject);
      return true;
    }
    if (signal.aborted) return false;
    const awaited = what === 'state' && isBack ? 'job' : what;
    if (passed >= patience.ms(awaited)) {
      patience.inVain(awaited, passed);
      // a job that never ends is another requirement's to judge, where the volume itself is back
      return awaited === 'job';
    }
    await watch.pause(pause, signal);
    const reading = await target.observer.volume(subject.volume);
    // a size that it had before is a replica's that is behind
    if (reading.kind === 'volume' && reading.size === subject.now.size) subject.now = reading;
  }
}

async function endJob({ target }: Run, subject: Subject): Promise<void> {
  if (subject.job === undefined) return;
  const seen = await target.observer.job(subject.volume.project, subject.job);
  // what cannot be looked up, or is in a state nobody knows, is not waited for
  if (seen.kind === 'unreadable' || !running.has(seen.status)) subject.job = undefined;
}

/** Reads a refused volume once more, to see whether the refusal had an effect after all. */
export async function readLater(run: Run, subject: Subject): Promise<void> {
  const { refusal } = subject;
  if (refusal === undefined || refusal.isOld || !subject.observed) return;
  if (subject.spoilt !== undefined || run.signal.aborted) return;
  subject.refusal = { ...refusal, isOld: true };
  await run.clock.sleep(Math.max(0, refusal.at + rereadMs - run.clock.now()), run.signal);
  const reading = await readAsLeft(run, subject, 'effect.refusal', markOf(refusal.step));
  if (reading === undefined) return;
  run.witness({ ...refusal.step, after: reading });
  if (isChanged(subject.now, reading)) subject.spoilt = 'changed';
  subject.now = reading;
}

/**
 * Reads a volume that nobody should have changed since it was read last; undefined where it cannot be read. A change that
 * did not stand is noted beside the row that it would have failed. `step`: the one that is judged by it.
 */
export async function readAsLeft(
  run: Run,
  { volume, now, history, keeper }: Subject,
  row: 'effect.refusal' | 'effect.one-volume',
  step?: StepMark,
): Promise<VolumeReading | undefined> {
  const of = row === 'effect.refusal' ? 'refusal' : 'bystander';
  const isOdd = (reading: VolumeReading): boolean => isChanged(now, reading);
  const { reading, passing } = await readSteadily(run, volume, { of, check: keeper ?? row, isOdd, history, step });
  if (passing !== undefined) run.note(row, passingChange(now, passing));
  return reading.kind === 'volume' ? reading : undefined;
}

/** Whether a volume's size or state is another one. */
export function isChanged(one: VolumeReading, other: VolumeReading): boolean {
  return one.size !== other.size || one.status !== other.status;
}

/** Reads a volume for the last time, and gives it back. */
export async function farewell(run: Run, subject: Subject): Promise<void> {
  await readLater(run, subject);
  await run.traffic.aside(() => run.target.custody.giveBack(subject.volume));
  run.underWay.delete(subject);
}

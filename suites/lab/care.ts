import type { Recipe } from '../../generators/case.ts';
import type { Hand } from '../../targets/custody.ts';
import type { Run } from './run.ts';
import type { Subject } from './subject.ts';

/** After a refusal the volume is read again so many ms later, when it is given back. */
const rereadMs = 250;

/** Whether the recipe's size means on this volume what it means on a fresh one, and the volume still has room. */
export function suits(run: Run, subject: Subject, size: Recipe['size'] | undefined): boolean {
  const { size: now } = subject.now;
  // a set-up says whether the volume has been extended before: some services compare with the size at creation
  if (subject.setup.grown === 0 && subject.extensions > 0) return false;
  if (now >= run.room.ceiling || now > subject.startSize * 4 + 40) return false;
  return size === undefined || size.base !== 'zero' || size.plus <= subject.setup.size || size.plus > now;
}

/** Waits until the volume is back in the state of its set-up, as after an extension. */
export async function isReady(run: Run, subject: Subject): Promise<boolean> {
  const { clock, patience, target, signal } = run;
  const start = clock.now();
  for (
    let pause = 3;
    subject.observed && subject.now.status !== subject.setup.status;
    pause = Math.min(pause * 2, 500)
  ) {
    if (subject.spoiled || signal.aborted) return false;
    if (clock.now() - start >= patience.ms('state')) {
      patience.inVain('state');
      return false;
    }
    await clock.sleep(pause, signal);
    const reading = await target.observer.volume(subject.volume);
    if (reading.kind === 'volume') subject.now = reading;
  }
  return !subject.spoiled;
}

/** Reads a refused volume once more, to see whether the refusal had an effect after all, then gives it back. */
export async function farewell(run: Run, hand: Hand, subject: Subject): Promise<void> {
  const { refusal } = subject;
  if (refusal !== undefined && subject.observed && !subject.spoiled && !run.signal.aborted) {
    await run.clock.sleep(Math.max(0, refusal.at + rereadMs - run.clock.now()), run.signal);
    const reading = await run.target.observer.volume(subject.volume);
    if (reading.kind === 'volume') run.witness({ ...refusal.step, after: reading });
  }
  await hand.giveBack(subject.volume);
}

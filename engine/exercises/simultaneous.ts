import type { Recipe } from '../../generators/case.ts';
import { quantity } from '../../generators/quantity.ts';
import type { NoReading, VolumeReading } from '../../targets/observe.ts';
import type { Lab } from '../fixtures/lab-interface.ts';
import { readSteadily } from '../fixtures/steady.ts';
import type { Subject } from '../fixtures/subject.ts';
import { expectedSize } from '../judge/expect.ts';
import { markOf, type Step, type Trace } from '../step.ts';
import { timing } from '../timing.ts';
import { mustDecide, onVolume } from './intended.ts';

/** Sends two extensions of one volume at once, the larger one first, and reads where the volume has come to rest. */
export function simultaneous(lab: Lab, recipe: Recipe): Promise<Trace> {
  return onVolume(lab, [recipe.setup], async (subject) => {
    const { clock, signal, traffic, turns, target } = lab.run;
    const inTurn = turns.isOneByOne() ? traffic.alone : traffic.beside;
    const step = target.custody.keeps ? 1 : 10;
    const sizes = [quantity('current', 2 * step), quantity('current', step)] as const;
    const steps = await inTurn(() =>
      Promise.all(
        // each is shown to the lab alone: what one sees of the volume is partly the other's doing
        sizes.map((size) =>
          lab.send(
            subject.fork(),
            { ...recipe, size },
            { until: 'job', expected: null, inScope: false, together: true },
          ),
        ),
      ),
    );
    subject.used();
    for (const step of steps) mustDecide(step);
    if (steps.every((step) => step.outcome === 'refused')) {
      return {
        steps,
        blocked: {
          by: lab.run.operation.owner({ setup: recipe.setup, size: sizes[0] }, lab.run.room),
          reason: 'both extensions were refused',
        },
      };
    }
    await clock.sleep(timing.togetherAftermathMs, signal);
    const rest = await atRest(lab, subject, steps);
    if (rest.kind !== 'volume') return { steps, unclear: rest.reason };
    const settled = steps.map((step) => ({
      ...step,
      after: rest,
      sights:
        step.after === undefined
          ? step.sights
          : [...step.sights, { at: step.sights.at(-1)?.at ?? 0, job: undefined, volume: step.after }],
    }));
    const grew = rest.size > subject.now.size;
    const blocked = grew
      ? {}
      : { blocked: { by: lab.run.operation.effect(), reason: 'the volume was not seen to grow' } };
    return { steps: settled, ...blocked };
  });
}

/** Where the volume has come to rest: a size that nobody asked for, or a smaller one than it had, has to stand. */
async function atRest(lab: Lab, { volume }: Subject, steps: readonly Step[]): Promise<VolumeReading | NoReading> {
  const seen = steps.flatMap(({ sights, before }) => [
    before?.size ?? 0,
    ...sights.map((sight) => (sight.volume.kind === 'volume' ? sight.volume.size : 0)),
  ]);
  const asked = steps.filter(({ outcome }) => outcome === 'accepted').map(expectedSize);
  const isOdd = ({ size }: VolumeReading): boolean => size < Math.max(...seen) || !asked.includes(size);
  const last = steps.at(-1);
  const { reading } = await readSteadily(lab.run, volume, {
    of: 'size',
    check: lab.check,
    isOdd,
    history: seen,
    step: last && markOf(last),
  });
  return reading;
}

import type { Recipe } from '../../generators/case.ts';
import { quantity } from '../../generators/quantity.ts';
import type { NoReading, VolumeReading } from '../../targets/observe.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { readSteadily } from '../fixtures/steady.ts';
import type { VolumeUnderTest } from '../fixtures/volume-under-test.ts';
import { expectedSize } from '../judge/expect.ts';
import { markOf, type Step, type Trace } from '../step.ts';
import { timing } from '../timing.ts';
import { mustDecide, onVolume } from './intended.ts';

/** Sends two requests to one volume at once, the larger one first, and reads where the volume has come to rest. */
export function sendTwiceAtOnce(fixtures: Fixtures, recipe: Recipe): Promise<Trace> {
  return onVolume(fixtures, [recipe.setup], async (tested) => {
    const { clock, signal, traffic, turns, target, operation } = fixtures.run;
    const { words } = operation.effect;
    const inTurn = turns.isOneByOne() ? traffic.alone : traffic.beside;
    const step = target.provisioner.keeps ? 1 : 10;
    const sizes = [quantity('current', 2 * step), quantity('current', step)] as const;
    const steps = await inTurn(() =>
      Promise.all(
        // each is shown to the fixtures alone: what one sees of the volume is partly the other's doing
        sizes.map((size) =>
          fixtures.send(
            tested.fork(),
            { ...recipe, size },
            { until: 'job', expected: null, inScope: false, together: true },
          ),
        ),
      ),
    );
    tested.used();
    for (const step of steps) mustDecide(step);
    if (steps.every((step) => step.outcome === 'refused')) {
      return {
        steps,
        blocked: {
          by: operation.owner({ setup: recipe.setup, size: sizes[0] }, fixtures.run.room),
          reason: `both ${words.request}s were refused`,
        },
      };
    }
    await clock.sleep(timing.togetherAftermathMs, signal);
    const rest = await readAtRest(fixtures, tested, steps);
    if (rest.kind !== 'volume') return { steps, unclear: rest.reason };
    const settled = steps.map((step) => ({
      ...step,
      after: rest,
      polls:
        step.after === undefined
          ? step.polls
          : [...step.polls, { at: step.polls.at(-1)?.at ?? 0, job: undefined, volume: step.after }],
    }));
    const grew = rest.size > tested.now.size;
    const blocked = grew ? {} : { blocked: { by: operation.missing(), reason: words.unseen } };
    return { steps: settled, ...blocked };
  });
}

/** Where the volume has come to rest: a size that nobody asked for, or a smaller one than it had, has to stand. */
async function readAtRest(
  fixtures: Fixtures,
  { volume }: VolumeUnderTest,
  steps: readonly Step[],
): Promise<VolumeReading | NoReading> {
  const seen = steps.flatMap(({ polls, before }) => [
    before?.size ?? 0,
    ...polls.map((poll) => (poll.volume.kind === 'volume' ? poll.volume.size : 0)),
  ]);
  const asked = steps.filter(({ outcome }) => outcome === 'accepted').map(expectedSize);
  const isOdd = ({ size }: VolumeReading): boolean => size < Math.max(...seen) || !asked.includes(size);
  const last = steps.at(-1);
  const { reading } = await readSteadily(fixtures.run, volume, {
    of: 'effect',
    check: fixtures.check,
    isOdd,
    history: seen,
    step: last && markOf(last),
  });
  return reading;
}

import type { Recipe } from '../../generators/case.ts';
import type { Contract } from '../../spec/contract.ts';
import { pathIds } from '../../spec/parts.ts';
import type { Volume } from '../../targets/volume-source.ts';
import type { StepMark } from '../../wire/exchange.ts';
import { pathSegment } from '../../wire/path.ts';
import { readAsLeft } from '../fixtures/care.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { leaveRefusalsBehind } from '../fixtures/send-and-watch.ts';
import { operationPath, type Sending } from '../fixtures/sending.ts';
import type { VolumeUnderTest } from '../fixtures/volume-under-test.ts';
import { markOf, type Step, type Trace } from '../step.ts';
import { longer, paces, timing } from '../timing.ts';
import { mustDecide, onVolume } from './intended.ts';

/** Ids in place of the volume's own, as they stand in a path. */
export interface PathIds {
  readonly project: string;
  readonly volume: string;
}

/** A volume's own ids, as they stand in a path. */
export function idsOf({ project, id }: Volume): PathIds {
  return { project: pathSegment(project), volume: pathSegment(id) };
}

/**
 * Sends a valid request, but for one thing of its path, method or credentials. The answer belongs to the check's own
 * row alone. `watched`: the volume is what counts, and it is looked at for a while after an acceptance.
 */
export function elsewhere(
  depart: (
    recipe: Recipe,
    tested: VolumeUnderTest,
    contract: Contract,
  ) => Pick<Sending, 'request' | 'about'> & { readonly ids?: PathIds },
  watched?: 'watched',
) {
  return (fixtures: Fixtures, recipe: Recipe): Promise<Trace> =>
    onVolume(fixtures, [recipe.setup, recipe.size], async (tested) => {
      const { ids, request, about = '' } = depart(recipe, tested, fixtures.run.contract);
      const path = operationPath(fixtures.run, pathIds(fixtures.run.contract, ids ?? idsOf(tested.volume)));
      // what an earlier refusal does late must not be taken for what this request does
      if (watched !== undefined) await leaveRefusalsBehind(fixtures.run, tested);
      const departure = { inScope: false, request: { path, ...request }, about };
      const step = await fixtures.send(tested, recipe, { until: 'never', ...departure });
      mustDecide(step);
      if (step.outcome === 'refused') fixtures.countRefusal(tested, recipe.setup);
      if (step.outcome === 'refused' || watched === undefined) return { steps: [step] };
      return { steps: [{ ...step, after: await watchAftermath(fixtures, tested, markOf(step)) }] };
    });
}

/** The volume's last reading, as soon as it has grown or the time is over; undefined where it cannot be read then. */
async function watchAftermath(fixtures: Fixtures, tested: VolumeUnderTest, step: StepMark): Promise<Step['after']> {
  const { clock, signal } = fixtures.run;
  const { effect } = fixtures.run.operation;
  const from = tested.now;
  let last: Step['after'];
  for (let waited = 0, pause = paces.unasked.firstMs; ; waited += pause, pause = longer(pause, paces.unasked)) {
    last = await readAsLeft(fixtures.run, tested, 'others', step);
    if (last !== undefined) tested.read(last);
    if (effect.shown(tested.now, from, null) !== 'before' || waited >= timing.unaskedAftermathMs || signal.aborted)
      return last;
    await clock.sleep(pause, signal);
  }
}

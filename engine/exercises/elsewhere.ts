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
import { Unavailable, type VolumeUnderTest } from '../fixtures/volume-under-test.ts';
import { markOf, type Step, type Trace } from '../step.ts';
import { longer, paces, timing } from '../timing.ts';
import { mustDecide, onVolume, sendIfServed } from './intended.ts';

/** Ids in place of the volume's own, as they stand in a path. */
export interface PathIds {
  readonly project: string;
  readonly volume: string;
}

/** A volume's own ids, as they stand in a path. */
export function idsOf({ project, id }: Volume): PathIds {
  return { project: pathSegment(project), volume: pathSegment(id) };
}

/** The ways in which a request departs from the documented one. */
interface DepartedRequest extends Pick<Sending, 'request' | 'about' | 'mayBeLost'> {
  readonly ids?: PathIds;
  /** It could harm a volume that somebody needs. */
  readonly isRisky?: boolean;
}

/**
 * Sends a valid request with one departure in its path, method or credentials. The answer belongs only to the check's own
 * row. `watched`: the volume counts, and is watched for a while after an acceptance.
 */
export function elsewhere(
  depart: (recipe: Recipe, tested: VolumeUnderTest, contract: Contract) => DepartedRequest,
  watched?: 'watched',
) {
  return (fixtures: Fixtures, recipe: Recipe): Promise<Trace> =>
    onVolume(fixtures, [recipe.setup, recipe.size], async (tested) => {
      const { ids, request, about = '', mayBeLost = false, isRisky } = depart(recipe, tested, fixtures.run.contract);
      if (isRisky === true && fixtures.run.target.provisioner.isForTests !== true)
        throw new Unavailable(`a request${about} is sent only to volumes of a state hook`);
      const path = operationPath(fixtures.run, pathIds(fixtures.run.contract, ids ?? idsOf(tested.volume)));
      // what an earlier refusal does late must not be taken for what this request does
      if (watched !== undefined) await leaveRefusalsBehind(fixtures.run, tested);
      const departure = { inScope: false, request: { path, ...request }, about, mayBeLost };
      const send = () => fixtures.send(tested, recipe, { until: 'never', ...departure });
      const step = await (mayBeLost ? sendIfServed(send) : send());
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

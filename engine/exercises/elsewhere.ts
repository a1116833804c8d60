import type { Recipe } from '../../generators/case.ts';
import type { Contract } from '../../spec/contract.ts';
import { pathIds } from '../../spec/read.ts';
import type { Volume } from '../../targets/volume-source.ts';
import type { StepMark } from '../../wire/exchange.ts';
import { pathSegment } from '../../wire/path.ts';
import { readAsLeft } from '../fixtures/care.ts';
import { leaveRefusalsBehind } from '../fixtures/extend.ts';
import type { Lab } from '../fixtures/lab-interface.ts';
import { operationPath, type Sending } from '../fixtures/sending.ts';
import type { Subject } from '../fixtures/subject.ts';
import { markOf, type Step, type Trace } from '../step.ts';
import { longer, paces, timing } from '../timing.ts';
import { mustDecide, onVolume } from './intended.ts';

/** Ids in place of the volume's own, as they stand in a path. */
export interface Ids {
  readonly project: string;
  readonly volume: string;
}

/** A volume's own ids, as they stand in a path. */
export function idsOf({ project, id }: Volume): Ids {
  return { project: pathSegment(project), volume: pathSegment(id) };
}

/**
 * Sends a valid request, but for one thing of its path, method or credentials. The answer belongs to the check's own
 * row alone. `watched`: the volume is what counts, and it is looked at for a while after an acceptance.
 */
export function elsewhere(
  depart: (
    recipe: Recipe,
    subject: Subject,
    contract: Contract,
  ) => Pick<Sending, 'request' | 'about'> & { readonly ids?: Ids },
  watched?: 'watched',
) {
  return (lab: Lab, recipe: Recipe): Promise<Trace> =>
    onVolume(lab, [recipe.setup, recipe.size], async (subject) => {
      const { ids, request, about = '' } = depart(recipe, subject, lab.run.contract);
      const path = operationPath(lab.run, pathIds(lab.run.contract, ids ?? idsOf(subject.volume)));
      // what an earlier refusal does late must not be taken for what this request does
      if (watched !== undefined) await leaveRefusalsBehind(lab.run, subject);
      const departure = { inScope: false, request: { path, ...request }, about };
      const step = await lab.send(subject, recipe, { until: 'never', ...departure });
      mustDecide(step);
      if (step.outcome === 'refused') lab.countRefusal(subject, recipe.setup);
      if (step.outcome === 'refused' || watched === undefined) return { steps: [step] };
      return { steps: [{ ...step, after: await aftermath(lab, subject, markOf(step)) }] };
    });
}

/** The volume's last reading, as soon as it has grown or the time is over; undefined where it cannot be read then. */
async function aftermath(lab: Lab, subject: Subject, step: StepMark): Promise<Step['after']> {
  const { clock, signal } = lab.run;
  const from = subject.now.size;
  let last: Step['after'];
  for (let waited = 0, pause = paces.unasked.firstMs; ; waited += pause, pause = longer(pause, paces.unasked)) {
    last = await readAsLeft(lab.run, subject, 'others', step);
    if (last !== undefined) subject.read(last);
    if (subject.now.size !== from || waited >= timing.unaskedAftermathMs || signal.aborted) return last;
    await clock.sleep(pause, signal);
  }
}

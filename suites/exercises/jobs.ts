import type { Recipe } from '../../generators/case.ts';
import { running } from '../judge/job-words.ts';
import { jobIdOf } from '../judge/outcome.ts';
import { isReady } from '../lab/care.ts';
import type { Lab } from '../lab/lab.ts';
import { subjectStep, type Trace } from '../step.ts';
import { accept } from './acceptance.ts';
import { onVolume } from './intended.ts';

/** Two extensions of one volume, each followed to the end of its job. */
export function followedJobs(lab: Lab, recipe: Recipe): Promise<Trace> {
  return onVolume(lab, [recipe.setup, recipe.size, 'growing'], async (subject) => {
    const first = await accept(lab, subject, recipe, 'job', ['job']);
    if (jobIdOf(subjectStep(first).exchange, lab.run.contract) === undefined) {
      return { ...first, blocked: { by: ['response.job-id'], reason: 'there was no usable job id to follow' } };
    }
    const seen = subjectStep(first).sights.at(-1)?.job;
    if (seen?.kind === 'unreadable' && seen.why === 'denied')
      return { ...first, unclear: `no job can be looked up here: ${seen.reason}` };
    const ended = seen?.kind === 'job' && !running.has(seen.status);
    // its job was followed as long as it is worth; only the volume's state has to be back
    subject.job = undefined;
    if (!(await isReady(lab.run, subject, 'ready'))) return first;
    // one job that never ends is enough to wait for; whether the next has an id of its own shows at once
    const second = await (ended ? accept(lab, subject, recipe, 'job', ['job']) : accept(lab, subject, recipe, 'size'));
    return { ...second, steps: [...first.steps, ...second.steps] };
  });
}

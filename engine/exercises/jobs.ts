import type { Recipe } from '../../generators/case.ts';
import { isReady } from '../fixtures/care.ts';
import type { Lab } from '../fixtures/lab-interface.ts';
import { openStopwatch } from '../fixtures/stopwatch.ts';
import { LostExchange } from '../fixtures/subject.ts';
import { running } from '../judge/job-words.ts';
import { isBroken, leastBroken } from '../judge/jobs.ts';
import { jobIdOf } from '../judge/outcome.ts';
import { markOf, type Sight, type Step, subjectStep, type Trace } from '../step.ts';
import { timing } from '../timing.ts';
import { accept } from './acceptance.ts';
import { onVolume } from './intended.ts';

/** Two extensions of one volume, each followed to the end of its job. */
export function followedJobs(lab: Lab, recipe: Recipe): Promise<Trace> {
  return onVolume(lab, [recipe.setup, recipe.size, 'growing'], async (subject) => {
    const first = await followed(lab, await accept(lab, subject, recipe, 'job', ['job']));
    if (first.unclear !== undefined) return first;
    if (jobIdOf(subjectStep(first).exchange, lab.run.contract) === undefined) {
      return {
        ...first,
        blocked: { by: [lab.run.operation.roles.jobId], reason: 'there was no usable job id to follow' },
      };
    }
    const seen = subjectStep(first).sights.at(-1)?.job;
    const ended = seen?.kind === 'job' && !running.has(seen.status);
    // its job was followed as long as it is worth; only the volume's state has to be back
    subject.jobEnded();
    if (!(await isReady(lab.run, subject, 'ready'))) return first;
    // one job that never ends is enough to wait for; whether the next has an id of its own shows at once
    const second = await (ended ? accept(lab, subject, recipe, 'job', ['job']) : accept(lab, subject, recipe, 'size'));
    const last = ended ? await followed(lab, second) : second;
    return { ...last, steps: [...first.steps, ...last.steps] };
  });
}

/**
 * A job that could not be looked up is looked at again for more than a second. Throws `LostExchange` where it can be then,
 * or where that is not the server's own doing: nobody has seen what became of the job.
 */
async function followed(lab: Lab, trace: Trace): Promise<Trace> {
  const step = subjectStep(trace);
  const last = step.sights.at(-1);
  if (trace.unclear !== undefined || last?.job?.kind !== 'unreadable') return trace;
  const { why, reason } = last.job;
  const unclear = `no job can be looked up here: ${reason}`;
  if (why === 'denied') return { ...trace, unclear };
  const whole = { ...step, sights: [...step.sights, ...(await lookedAgain(lab, step, last))] };
  const seen = whole.sights.at(-1)?.job;
  if (seen?.kind === 'job' || (seen?.why === 'lost' && !isBroken(whole))) throw new LostExchange(unclear);
  lab.run.witness(whole);
  return { ...trace, steps: [...trace.steps.slice(0, -1), whole] };
}

async function lookedAgain({ run }: Lab, step: Step, last: Sight): Promise<readonly Sight[]> {
  const { clock, contract, signal, target } = run;
  const id = jobIdOf(step.exchange, contract);
  const watch = openStopwatch(clock);
  const sights: Sight[] = [];
  while (id !== undefined && sights.length < leastBroken.looks && !signal.aborted) {
    await watch.pause(timing.jobAgainMs, signal);
    const job = await target.observer.job(step.case.path.project_id, id, markOf(step));
    sights.push({ at: last.at + Math.round(watch.passed()), job, volume: last.volume });
    if (job.kind === 'job') break;
  }
  return sights;
}

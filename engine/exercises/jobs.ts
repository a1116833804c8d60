import type { Recipe } from '../../generators/case.ts';
import { isReady } from '../fixtures/care.ts';
import type { Fixtures } from '../fixtures/fixtures.ts';
import { openStopwatch } from '../fixtures/stopwatch.ts';
import { LostExchange } from '../fixtures/volume-under-test.ts';
import { running } from '../judge/job-words.ts';
import { isBroken, leastBroken } from '../judge/jobs.ts';
import { jobIdOf } from '../judge/outcome.ts';
import { judgedStep, markOf, type Poll, type Step, type Trace } from '../step.ts';
import { timing } from '../timing.ts';
import { accept } from './acceptance.ts';
import { onVolume } from './intended.ts';

/** Two requests to one volume, each followed to the end of its job. */
export function followJobs(fixtures: Fixtures, recipe: Recipe): Promise<Trace> {
  return onVolume(fixtures, [recipe.setup, recipe.size, 'changing'], async (tested) => {
    const first = await followJob(fixtures, await accept(fixtures, tested, recipe, 'job', ['job']));
    if (first.unclear !== undefined) return first;
    if (jobIdOf(judgedStep(first).exchange, fixtures.run.contract) === undefined) {
      return {
        ...first,
        blocked: { by: [fixtures.run.operation.roles.jobId], reason: 'there was no usable job id to follow' },
      };
    }
    const seen = judgedStep(first).polls.at(-1)?.job;
    const ended = seen?.kind === 'job' && !running.has(seen.status);
    // its job was followed as long as it is worth; only the volume's state has to be back
    tested.jobEnded();
    if (!(await isReady(fixtures.run, tested, 'ready'))) return first;
    // one job that never ends is enough to wait for; whether the next has an id of its own shows at once
    const second = await (ended
      ? accept(fixtures, tested, recipe, 'job', ['job'])
      : accept(fixtures, tested, recipe, 'effect'));
    const last = ended ? await followJob(fixtures, second) : second;
    return { ...last, steps: [...first.steps, ...last.steps] };
  });
}

/**
 * A job that could not be looked up is looked up again for more than a second. Throws `LostExchange` if that succeeds,
 * or if the failure is not the server's own: nobody has seen the end of the job.
 */
async function followJob(fixtures: Fixtures, trace: Trace): Promise<Trace> {
  const step = judgedStep(trace);
  const last = step.polls.at(-1);
  if (trace.unclear !== undefined || last?.job?.kind !== 'unreadable') return trace;
  const { why, reason } = last.job;
  const unclear = `no job can be looked up here: ${reason}`;
  if (why === 'denied') return { ...trace, unclear };
  const whole = { ...step, polls: [...step.polls, ...(await lookAgain(fixtures, step, last))] };
  const seen = whole.polls.at(-1)?.job;
  if (seen?.kind === 'job' || (seen?.why === 'lost' && !isBroken(whole))) throw new LostExchange(unclear);
  fixtures.run.show(whole);
  return { ...trace, steps: [...trace.steps.slice(0, -1), whole] };
}

async function lookAgain({ run }: Fixtures, step: Step, last: Poll): Promise<readonly Poll[]> {
  const { clock, contract, signal, target } = run;
  const id = jobIdOf(step.exchange, contract);
  const watch = openStopwatch(clock);
  const polls: Poll[] = [];
  while (id !== undefined && polls.length < leastBroken.looks && !signal.aborted) {
    await watch.pause(timing.jobAgainMs, signal);
    const job = await target.observer.job(step.case.path.project_id, id, markOf(step));
    polls.push({ at: last.at + Math.round(watch.passed()), job, volume: last.volume });
    if (job.kind === 'job') break;
  }
  return polls;
}

import type { Contract } from '../../spec/contract.ts';
import type { Complaint } from '../check.ts';
import { type Step, subjectStep, type Trace } from '../step.ts';
import { ends, running, words } from './job-words.ts';
import { jobIdOf } from './outcome.ts';
import { complain, timeLimit, watched } from './phrases.ts';

/** The states of the job in the order in which they were seen. */
function statesOf(step: Step): readonly string[] {
  return step.sights.flatMap(({ job }) => (job?.kind === 'job' ? [job.status] : []));
}

/** A job cannot be looked up, is another's, or never ends. */
export function lostJob(trace: Trace, contract: Contract): Complaint | undefined {
  const earlier = new Set<string>();
  for (const step of trace.steps) {
    const id = jobIdOf(step.exchange, contract);
    if (id === undefined) continue;
    const complaint = lostJobOf(step, id, earlier, contract);
    const before = trace.steps.filter((other) => other.ordinal < step.ordinal);
    if (complaint !== undefined) return { ...complaint, beside: before };
    earlier.add(id);
  }
  return undefined;
}

function lostJobOf(step: Step, id: string, earlier: ReadonlySet<string>, contract: Contract): Complaint | undefined {
  const say = (kind: string, seen: string, expected: string): Complaint =>
    complain(step, kind, contract, expected, `${seen} in answer`);
  if (earlier.has(id)) return say('same', `gave the job ${id} of an earlier extension`, 'a job of its own');
  const last = step.sights.findLast(({ job }) => job !== undefined)?.job;
  if (last === undefined) return undefined;
  if (last.kind === 'unreadable')
    return say('unknown', `gave a job that cannot be looked up (${last.reason})`, 'one that can');
  if (last.id !== undefined && last.id !== id)
    return say('other', `gave the job ${id}, whose look-up is of ${last.id},`, 'its own');
  // only these were watched for the whole limit; one that went back from its end has another rule to answer to
  const isWatched = step.ending === 'as-asked' || step.ending === 'unchanged';
  const endless = isWatched && running.has(last.status) && !statesOf(step).some((state) => ends.has(state));
  if (!endless) return undefined;
  return say('endless', `gave a job that stays ${last.status}${watched(step)}`, `one that ends within ${timeLimit}`);
}

/** A word that is none of the four, or a job that goes back from its end. */
export function strangeJob(trace: Trace, contract: Contract): Complaint | undefined {
  const step = subjectStep(trace);
  const states = statesOf(step);
  const strange = states.find((state) => !words.has(state));
  const say = (kind: string, seen: string, expected: string): Complaint =>
    complain(step, kind, contract, expected, `${seen} in answer`);
  if (strange !== undefined) return say('word', `gave a job in state "${strange}"`, [...words].join(', '));
  const ended = states.findIndex((state) => ends.has(state));
  const back = ended < 0 ? undefined : states.slice(ended).find((state) => state !== states[ended]);
  return back === undefined
    ? undefined
    : say('back', `let the job go from ${states[ended]} to ${back}`, 'it to stay ended');
}

/** SUCCESS while the volume still has its old size. */
export function untruthfulJob(trace: Trace, contract: Contract): Complaint | undefined {
  const step = subjectStep(trace);
  const early = step.sights.find(
    ({ job, volume }) =>
      job?.kind === 'job' && job.status === 'SUCCESS' && volume.kind === 'volume' && volume.size === step.before?.size,
  );
  if (early === undefined) return undefined;
  return complain(
    step,
    'early',
    contract,
    'the new size',
    `said SUCCESS beside the old size, ${step.before?.size} GB, in answer`,
  );
}

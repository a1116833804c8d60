import type { Contract } from '../../spec/contract.ts';
import type { NoReading } from '../../targets/observe.ts';
import type { Uniqueness } from '../check.ts';
import type { Complaint } from '../complaint.ts';
import type { Effect } from '../effect.ts';
import { judgedStep, type Poll, type Step, type Trace } from '../step.ts';
import { timing } from '../timing.ts';
import { expectedSize } from './expect.ts';
import { ends, running, words } from './job-words.ts';
import { isLost, jobIdOf } from './outcome.ts';
import { complain, timeLimit, watched } from './phrases.ts';

/** The states of the job in the order in which they were seen. */
function statesOf(step: Step): readonly string[] {
  return step.polls.flatMap(({ job }) => (job?.kind === 'job' ? [job.status] : []));
}

/** The last looks at a job, so many and over so many ms, have to end in the server's own failure before it is blamed. */
export const leastBroken = { looks: 3, ms: timing.fullStandMs };

/** Whether the look-up of a step's job ends in the server's own failure, and stays so. */
export function isBroken({ polls }: Step): boolean {
  const looks = polls.filter(({ job }) => job !== undefined);
  const from = looks.findLastIndex(({ job }) => job?.kind !== 'unreadable' || !isOwnFailure(job)) + 1;
  const [first, last] = [looks[from], looks.at(-1)];
  if (first === undefined || last === undefined) return false;
  return looks.length - from >= leastBroken.looks && last.at - first.at >= leastBroken.ms;
}

/** 500 and the like; 502, 503 and 504 come from a gateway. */
const isOwnFailure = ({ source }: NoReading): boolean =>
  source?.exchange.reply.kind === 'answer' && source.exchange.reply.status >= 500 && !isLost(source.exchange);

/** A job cannot be looked up, is another's, or never ends. */
export const lostJob =
  ({ words }: Effect) =>
  (trace: Trace, contract: Contract): Complaint | undefined => {
    const earlier = new Set<string>();
    for (const [at, step] of trace.steps.entries()) {
      const id = jobIdOf(step.exchange, contract);
      if (id === undefined) continue;
      const complaint = lostJobOf(step, id, earlier, words.request, contract);
      const before = trace.steps.slice(0, at);
      if (complaint !== undefined) return { ...complaint, beside: before };
      earlier.add(id);
    }
    return undefined;
  };

/** Requests to two volumes have the same job. Two to one volume at once may be taken for one request. */
export const ownJob = ({ words }: Effect): Uniqueness => ({
  keyOf: ({ outcome, inScope, exchange }, contract) =>
    outcome === 'accepted' && inScope ? jobIdOf(exchange, contract) : undefined,
  judge: (earlier, step, contract) =>
    earlier.case.path.volume_id === step.case.path.volume_id
      ? undefined
      : { ...sameJob(step, jobIdOf(step.exchange, contract) ?? '', words.request, contract), beside: [earlier] },
});

const sameJob = (step: Step, id: string, request: string, contract: Contract): Complaint =>
  complain(step, 'same', contract, 'a job of its own', `gave the job ${id} of an earlier ${request} in answer`);

/** Whether a job was watched for the whole limit, and not only until the size showed. */
function isFollowed({ ending, polls, after }: Step): boolean {
  if (ending !== 'as-asked') return ending === 'unchanged';
  const shown = polls.filter(({ volume }) => volume.kind === 'volume' && volume.size === after?.size);
  return shown.length >= leastBroken.looks;
}

function lostJobOf(
  step: Step,
  id: string,
  earlier: ReadonlySet<string>,
  request: string,
  contract: Contract,
): Complaint | undefined {
  const say = (kind: string, seen: string, expected: string): Complaint =>
    complain(step, kind, contract, expected, `${seen} in answer`);
  if (earlier.has(id)) return sameJob(step, id, request, contract);
  const last = step.polls.findLast(({ job }) => job !== undefined)?.job;
  if (last === undefined) return undefined;
  // what stands before a server, or between, is not the server
  if (last.kind === 'unreadable' && last.why === 'lost' && !isBroken(step)) return undefined;
  if (last.kind === 'unreadable')
    return say('unknown', `gave a job that cannot be looked up (${last.reason})`, 'one that can');
  if (last.id !== undefined && last.id !== id)
    return say('other', `gave the job ${id}, whose look-up returned ${last.id},`, 'its own');
  // one that went back from its end has another rule to answer to
  const endless = isFollowed(step) && running.has(last.status) && !statesOf(step).some((state) => ends.has(state));
  if (!endless) return undefined;
  return say('endless', `gave a job that stays ${last.status}${watched(step)}`, `one that ends within ${timeLimit}`);
}

/** A word that is none of the four, or a job that goes back from its end. */
export function strangeJob(trace: Trace, contract: Contract): Complaint | undefined {
  const step = judgedStep(trace);
  const states = statesOf(step);
  const strange = states.find((state) => !words.has(state));
  const say = (kind: string, seen: string, expected: string): Complaint =>
    complain(step, kind, contract, expected, `${seen} in answer`);
  if (strange !== undefined) return say('word', `gave a job in state "${strange}"`, [...words].join(', '));
  const ended = states.findIndex((state) => ends.has(state));
  const back = ended < 0 ? undefined : states.slice(ended).find((state) => !ends.has(state));
  const other = ended < 0 ? undefined : states.slice(ended).find((state) => ends.has(state) && state !== states[ended]);
  const went = other ?? (back !== undefined && stands(longest(step.polls, wentBack())) ? back : undefined);
  return went === undefined
    ? undefined
    : say('back', `let the job go from ${states[ended]} to ${went}`, 'the job to stay ended');
}

/** Whether a look shows a job that has ended before and says that it has not. */
function wentBack(): (poll: Poll) => boolean | undefined {
  let hasEnded = false;
  return ({ job }) => {
    if (job?.kind !== 'job') return undefined;
    hasEnded ||= ends.has(job.status);
    return hasEnded && !ends.has(job.status);
  };
}

/** SUCCESS while the volume is still as it was. */
export const untruthfulJob =
  (effect: Effect) =>
  (trace: Trace, contract: Contract): Complaint | undefined => {
    const step = judgedStep(trace);
    if (!stands(early(step, effect))) return undefined;
    const { done, undone } = effect.words;
    return complain(step, 'early', contract, done, `said SUCCESS with ${undone(step.before)}, in answer`);
  };

/** The note about a SUCCESS that came too early and did not stand; undefined if there was none. */
export function passingSuccess(step: Step, effect: Effect): string | undefined {
  const seen = early(step, effect);
  if (seen.looks === 0 || stands(seen)) return undefined;
  return `for ${seen.ms} ms a job said SUCCESS with the old size: too short to count`;
}

const early = (step: Step, effect: Effect): Stretch =>
  longest(step.polls, ({ job, volume }) =>
    job?.kind !== 'job' || volume.kind !== 'volume'
      ? undefined
      : job.status === 'SUCCESS' &&
        (step.before === undefined ? false : effect.shown(volume, step.before, expectedSize(step)) === 'before'),
  );

/** Looks in a row that show the same, and how long that was seen, in ms. */
interface Stretch {
  readonly looks: number;
  readonly ms: number;
}

/** The longest stretch of looks that show something; looks that cannot tell are passed over. */
function longest(polls: readonly Poll[], shows: (poll: Poll) => boolean | undefined): Stretch {
  let most: Stretch = { looks: 0, ms: 0 };
  let looks = 0;
  let since = 0;
  for (const poll of polls) {
    const isShown = shows(poll);
    if (isShown === undefined) continue;
    if (isShown && looks === 0) since = poll.at;
    looks = isShown ? looks + 1 : 0;
    const ms = poll.at - since;
    if (looks > 0 && (most.looks === 0 || ms > most.ms)) most = { looks, ms };
  }
  return most;
}

/** A single look may come from a lagging replica. */
const stands = ({ looks, ms }: Stretch): boolean => looks >= 4 && ms >= timing.fullStandMs;

import { type BackendBench, type BackendReply, type Fields, fields, sized } from '../bench.ts';
import { isAccepted, type Letter } from './attempt.ts';
import { STEADY, serversOf } from './kept.ts';
import { MEETINGS, type Meeting } from './meetings.ts';
import { absent, hasEnvelope } from './response.ts';

/** What came of a meeting. */
interface Encounter {
  readonly reply: BackendReply;
  readonly before: Fields;
  readonly after: Fields;
  /** Each look at the job, and the size then. */
  readonly looks: readonly { readonly job: BackendReply; readonly size: unknown }[];
  readonly wanted: number | null;
}

const STATES = ['INIT', 'RUNNING', 'SUCCESS', 'FAIL'];

const grownTo = (times: number, size: unknown): number => Number(size) + 10 * times;

/** Undefined where the volume is not as it has to be before: another requirement's doing. */
async function meet(bench: BackendBench, { volume, times, body, wanted }: Meeting): Promise<Encounter | undefined> {
  const place = await bench.setUp(volume);
  for (let time = 1; time <= times; time += 1) {
    await bench.extend(place, sized(grownTo(time, volume.size)));
    bench.clock.advance(2_000);
  }
  const before = await bench.read(place);
  if (before.size !== grownTo(times, volume.size) || before.status !== (volume.status ?? 'available')) return undefined;
  const reply = await bench.extend(place, body);
  const looks = [];
  for (const pause of [4, 4, 4, 2_000, 0]) {
    bench.clock.advance(pause);
    const job = await bench.readJob(place, fields(reply).job_id);
    looks.push({ job, size: (await bench.read(place)).size });
  }
  return { reply, before, after: await bench.read(place), looks, wanted };
}

type Complain = (outcome: Encounter) => boolean;

const isTaken = ({ reply, looks }: Encounter): boolean =>
  isAccepted(reply) && fields(looks[looks.length - 1]?.job ?? reply).status !== 'FAIL';
const isRefused: Complain = (outcome) => outcome.wanted !== null && !isTaken(outcome);
const isLetIn: Complain = (outcome) => outcome.wanted === null && isTaken(outcome);
const hasOtherSize: Complain = (outcome) =>
  outcome.wanted !== null && isTaken(outcome) && outcome.after.size !== outcome.wanted;

/** What is wrong with the requests that a requirement is about. */
const active: Readonly<Record<string, Complain>> = {
  'size.greater': isRefused,
  'size.not-greater': isLetIn,
  'size.maximum': isRefused,
  'size.over-maximum': isLetIn,
  'decimal.accepted': isRefused,
  'decimal.truncated': hasOtherSize,
  'decimal.lower-bound': isLetIn,
  'decimal.upper-bound': (outcome) => isRefused(outcome) || hasOtherSize(outcome),
  'decimal.spelling': (outcome) => isRefused(outcome) || hasOtherSize(outcome),
  'state.in-use': isRefused,
  'state.available-shared': isRefused,
  'state.in-use-shared': isLetIn,
  'state.server-status': isLetIn,
  'state.other': isLetIn,
  'body.os-extend': isLetIn,
  'body.new-size': isLetIn,
  'body.new-size-type': isLetIn,
  'body.extra-keys': hasOtherSize,
  'effect.size': hasOtherSize,
  'effect.absolute': ({ before, after, wanted }) => wanted !== null && after.size === Number(before.size) + wanted,
};

const ofAcceptance =
  (isRight: Complain): Complain =>
  (outcome) =>
    isAccepted(outcome.reply) && !isRight(outcome);
const ofRefusal =
  (isRight: Complain): Complain =>
  (outcome) =>
    !isAccepted(outcome.reply) && !isRight(outcome);

const isAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is wrong with any request. */
const passive: Readonly<Record<string, Complain>> = {
  'response.success-status': ofAcceptance(({ reply }) => reply.status === 200),
  'response.job-id': ofAcceptance(({ reply }) => typeof fields(reply).job_id === 'string'),
  'response.error-status': ofRefusal(({ reply }) => reply.status !== 200),
  'response.client-error': ofRefusal(({ reply }) => reply.status >= 400 && reply.status < 500),
  'response.error-envelope': ofRefusal(({ reply }) => hasEnvelope(reply)),
  'response.exclusive': ofRefusal(({ reply }) => absent(reply, 'job_id')),
  'job.reachable': ofAcceptance(({ looks }) => looks.some(({ job }) => /^(SUCCESS|FAIL)$/.test(stateOf(job)))),
  'job.vocabulary': ofAcceptance(({ looks }) => looks.every(({ job }) => ['', ...STATES].includes(stateOf(job)))),
  'job.truthful': ofAcceptance(
    ({ before, looks, wanted }) =>
      wanted === null || looks.every(({ job, size }) => stateOf(job) !== 'SUCCESS' || size !== before.size),
  ),
  'effect.refusal': ofRefusal(({ before, after }) => before.size === after.size && before.status === after.status),
  'effect.attributes': ({ before, after }) =>
    STEADY.some((key) => !isAlike(before[key], after[key])) || !isAlike(serversOf(before), serversOf(after)),
};

const stateOf = (job: BackendReply): string => String(fields(job).status ?? '');

const known = new WeakMap<BackendBench, Map<Meeting, Promise<Encounter | undefined>>>();

function encounterOf(bench: BackendBench, meeting: Meeting): Promise<Encounter | undefined> {
  const outcomes = known.get(bench) ?? new Map<Meeting, Promise<Encounter | undefined>>();
  known.set(bench, outcomes);
  const outcome = outcomes.get(meeting) ?? meet(bench, meeting);
  outcomes.set(meeting, outcome);
  return outcome;
}

const describe = ({ volume, times, body }: Meeting, { reply, after }: Encounter): string =>
  `${reply.status} to ${body} on ${JSON.stringify(volume)} after ${times}, then ${JSON.stringify(after)}`;

/** The requirement's letter where two or three things meet. */
export function whereTheyMeet(id: string): Letter {
  return async (bench) => {
    const isWrong = active[id] ?? passive[id];
    if (isWrong === undefined) return undefined;
    for (const meeting of MEETINGS) {
      if (passive[id] === undefined && meeting.row !== id) continue;
      const outcome = await encounterOf(bench, meeting);
      if (outcome === undefined || !isWrong(outcome)) continue;
      const twin = meeting.twin && (await meet(bench, { ...meeting, ...meeting.twin, ...sizeOfTwin(meeting) }));
      if (passive[id] !== undefined || twin === undefined || !isWrong(twin)) return describe(meeting, outcome);
    }
    return undefined;
  };
}

/** What a twin that has to be accepted asks for. */
function sizeOfTwin({ body, wanted, twin }: Meeting): Pick<Meeting, 'wanted'> {
  const [, size] = /(-?\d[\d.eE+-]*)}}$/.exec(twin?.body ?? body) ?? [];
  return { wanted: wanted === null ? null : Math.trunc(Number(size)) };
}

import type { BackendVolume } from '../backend/model.ts';
import { type Refusal, refuse } from '../backend/refusal.ts';
import type { Change } from '../backend/rules.ts';
import type { RequirementId } from '../spec/requirements.ts';
import { failingJobs } from './servers/failing-jobs.ts';
import { type Front, isAction, jsonReply, serveFront } from './servers/front.ts';
import type { TrialSubject } from './subject.ts';

/** A fault that needs time or a history to show, or shows only now and then. */
interface Unsteady {
  readonly id: string;
  readonly summary: string;
  readonly owner: RequirementId;
  readonly mayFail?: readonly RequirementId[];
  /** Whether it shows by chance: the only certainty is that the server is not conformant. */
  readonly byChance?: true;
  readonly change?: Change;
  readonly front?: Front;
}

const busy = refuse('busy', 'the volume is busy');

/** Accepts `most` extensions of a volume, and none after that. */
export const tiresAfter =
  (most: number): Change =>
  (rules) => {
    const times = new Map<string, number>();
    return {
      checkBusy(volume, context) {
        return (times.get(volume.id) ?? 0) >= most ? busy : rules.checkBusy(volume, context);
      },
      grow(job, context) {
        times.set(job.volumeId, (times.get(job.volumeId) ?? 0) + 1);
        rules.grow(job, context);
      },
    };
  };

/** Refuses valid requests that `isRefused` picks by their number. */
export const refusing =
  (isRefused: (count: number, volume: BackendVolume) => boolean): Change =>
  (rules) => {
    let count = 0;
    return {
      checkBusy(volume, context): Refusal | undefined {
        const refusal = rules.checkBusy(volume, context);
        if (refusal !== undefined) return refusal;
        count += 1;
        return isRefused(count, volume) ? busy : undefined;
      },
    };
  };

/** Refuses each volume's first extension, and accepts the next. */
const firstRefused = (): Change => (rules) => {
  const known = new Set<string>();
  return refusing((_, { id }) => known.size < known.add(id).size)(rules);
};

/** One job in `every` fails, and its volume stays as it was. */
export const failing =
  (every: number): Change =>
  (rules) => {
    let count = 0;
    return failingJobs(() => {
      count += 1;
      return count % every === 0;
    })(rules);
  };

/** Shows other values of a volume for this long, in ms, from the moment that `begins` names. */
export const showing =
  (
    ms: number,
    changed: (view: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
    begins: 'refused' | 'grown' | 'other',
  ): Change =>
  (rules) => {
    const since = new Map<string, number>();
    return {
      onRefused(volume, refusal, context) {
        rules.onRefused(volume, refusal, context);
        if (begins === 'refused') since.set(volume.id, context.settings.clock.now());
      },
      grow(job, context) {
        rules.grow(job, context);
        const other = [...context.state.volumes.keys()].find((id) => id !== job.volumeId);
        const id = begins === 'other' ? other : job.volumeId;
        if (begins !== 'refused' && id !== undefined) since.set(id, context.settings.clock.now());
      },
      volumeView(volume, context) {
        const view = rules.volumeView(volume, context);
        const begun = since.get(volume.id) ?? Number.NEGATIVE_INFINITY;
        return context.settings.clock.now() - begun < ms ? changed(view) : view;
      },
    };
  };

/** A job that has ended shows as running again for this long, in ms. */
const runningAgain =
  (ms: number): Change =>
  (rules) => {
    const seen = new Map<string, number>();
    return {
      jobView(job, context) {
        const view = rules.jobView(job, context);
        if (job.status !== 'SUCCESS') return view;
        const now = context.settings.clock.now();
        const since = seen.get(job.id);
        if (since === undefined) seen.set(job.id, now);
        return since !== undefined && now - since < ms ? { ...view, status: 'RUNNING' } : view;
      },
    };
  };

/** One extension request in `every` gets a server error, and has no effect. */
const erring = (every: number): Front => {
  let count = 0;
  return {
    instead(call) {
      if (!isAction(call)) return undefined;
      count += 1;
      return count % every === 0 ? jsonReply(500, { error: { message: 'try again', code: 'EVS.0500' } }) : undefined;
    },
  };
};

const faults: readonly Unsteady[] = [
  {
    id: 'tires-after-three',
    summary: 'a volume takes three extensions and then no other',
    owner: 'size.greater',
    change: tiresAfter(3),
  },
  {
    id: 'tires-after-eleven',
    summary: 'a volume takes eleven extensions and then no other',
    owner: 'size.greater',
    change: tiresAfter(11),
  },
  {
    id: 'refusal-in-error-for-a-while',
    summary: 'for 1.5 s after a refusal a volume is in state error',
    owner: 'effect.refusal',
    change: showing(1_500, (view) => ({ ...view, status: 'error' }), 'refused'),
  },
  {
    id: 'other-in-error-for-a-while',
    summary: 'for 1.5 s after an extension another volume is in state error',
    owner: 'effect.one-volume',
    change: showing(1_500, (view) => ({ ...view, status: 'error' }), 'other'),
  },
  {
    id: 'nameless-for-a-while',
    summary: 'for 1.5 s after its extension a volume has no name',
    owner: 'effect.attributes',
    change: showing(1_500, (view) => ({ ...view, name: '' }), 'grown'),
  },
  {
    id: 'job-runs-again-for-a-while',
    summary: 'for 1.5 s after it has ended a job is running again',
    owner: 'job.vocabulary',
    change: runningAgain(1_500),
  },
  {
    id: 'one-in-ten-refused',
    summary: 'one valid extension in ten is refused, and taken the next time',
    owner: 'size.greater',
    byChance: true,
    change: refusing((count) => count % 10 === 0),
  },
  {
    id: 'one-in-twenty-refused',
    summary: 'one valid extension in twenty is refused, and taken the next time',
    owner: 'size.greater',
    byChance: true,
    change: refusing((count) => count % 20 === 0),
  },
  {
    id: 'first-refused',
    summary: 'the first extension of each volume is refused, and taken the next time',
    owner: 'size.greater',
    byChance: true,
    change: firstRefused(),
  },
  {
    id: 'one-job-in-ten-fails',
    summary: 'one job in ten fails, and the next does not',
    owner: 'size.greater',
    byChance: true,
    change: failing(10),
  },
  {
    id: 'one-in-ten-errs',
    summary: 'one request to extend in ten meets a server error, and does nothing',
    owner: 'operation.route',
    // two server errors in a row are no longer a passing one
    mayFail: ['response.client-error', 'body.malformed', 'path.unknown-volume', 'size.greater'],
    byChance: true,
    front: erring(10),
  },
];

/** Faults that a single look, a single request or a short history does not show. */
export const unsteady: readonly TrialSubject[] = faults.map(
  ({ id, summary, owner, mayFail = [], byChance, front = {}, change }): TrialSubject => ({
    id,
    kind: 'fault',
    operation: 'extend-volume',
    summary,
    owner,
    mayFail: byChance ? [...mayFail, 'concurrency.side-by-side'] : mayFail,
    expects: byChance ? 'doubted' : 'caught',
    start: () => serveFront(front, change === undefined ? {} : { change }),
  }),
);

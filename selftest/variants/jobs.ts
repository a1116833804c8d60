import type { Change } from '../../backend/rules.ts';
import { jsonReply } from '../servers/front.ts';
import type { Variant } from './variant.ts';

/** While its job runs, a volume is `extending`, and after that in its earlier state. */
const extending: Change = (rules) => {
  const before = new Map<string, string>();
  return {
    run(job, steps, context) {
      const { volumes, putVolume } = context.state;
      const volume = volumes.get(job.volumeId);
      if (volume !== undefined) {
        before.set(volume.id, volume.status);
        putVolume({ ...volume, status: 'extending' });
      }
      rules.run(job, steps, context);
    },
    conclude(job, context) {
      const volume = context.state.volumes.get(job.volumeId);
      const status = before.get(job.volumeId);
      if (volume !== undefined && status !== undefined) context.state.putVolume({ ...volume, status });
      rules.conclude(job, context);
    },
  };
};

/** The size shows this long before the job ends, in ms; until the end the volume refuses further extensions. */
const sizeFirst =
  (ms: number): Change =>
  (rules) => ({
    run(job, { begin, grow, conclude }, context) {
      const { clock } = context.settings;
      const growBusy = (): void => {
        grow();
        context.state.busy.add(job.volumeId);
      };
      const end = (): void => {
        context.state.busy.delete(job.volumeId);
        conclude();
      };
      rules.run(job, { begin, grow: growBusy, conclude: () => clock.after(ms, end) }, context);
    },
  });

/** A second extension waits for the first instead of being refused. */
const queueing: Change = (rules) => {
  const last = new Map<string, Promise<void>>();
  return {
    checkBusy: () => undefined,
    checkLower: (wish, volume, context) => {
      const pending = [...context.state.jobs.values()].filter((job) => job.volumeId === volume.id);
      const largest = Math.max(volume.size, ...pending.map((job) => job.size));
      return rules.checkLower(wish, { ...volume, size: largest }, context);
    },
    run(job, steps, context) {
      const before = last.get(job.volumeId) ?? Promise.resolve();
      const own = before.then(
        () =>
          new Promise<void>((done) => {
            const conclude = (): void => {
              steps.conclude();
              done();
            };
            rules.run(job, { ...steps, conclude }, context);
          }),
      );
      last.set(job.volumeId, own);
    },
  };
};

/** An extension that the state rules forbid is accepted, and its job fails. */
const statesByJob: Change = (rules) => {
  const doomed = new Set<string>();
  return {
    checkState(volume, context) {
      const refusal = rules.checkState(volume, context);
      if (refusal === undefined) doomed.delete(volume.id);
      else doomed.add(volume.id);
      return undefined;
    },
    grow(job, context) {
      if (!doomed.has(job.volumeId)) rules.grow(job, context);
    },
    conclude(job, context) {
      rules.conclude(job, context);
      const ended = context.state.jobs.get(job.id);
      if (ended !== undefined && doomed.has(job.volumeId)) {
        context.state.putJob({ ...ended, status: 'FAIL', failReason: 'not in this state' });
      }
    },
  };
};

/** A job is unknown for this long after its answer, in ms. */
const lateJobs =
  (ms: number): Change =>
  (rules) => {
    const born = new Map<string, number>();
    return {
      jobId(volume, context) {
        const id = rules.jobId(volume, context);
        born.set(id, context.settings.clock.now());
        return id;
      },
      findJob: (project, id, context) =>
        context.settings.clock.now() - (born.get(id) ?? 0) < ms ? undefined : rules.findJob(project, id, context),
    };
  };

/** Two changes, of which the second is made from the result of the first. */
const both =
  (first: Change, second: Change): Change =>
  (rules) => {
    const changed = first(rules);
    return { ...changed, ...second({ ...rules, ...changed }) };
  };

/** Right servers with another course of an extension. */
export const jobs: readonly Variant[] = [
  {
    id: 'instant-jobs',
    summary: 'an extension has ended before its answer goes out',
    backend: {
      change: () => ({ run: (_, { begin, grow, conclude }) => [begin, grow, conclude].forEach((step) => void step()) }),
    },
  },
  { id: 'slow-jobs', summary: 'jobs take 2 s', backend: { jobDelayMs: 2_000 }, limits: { jobMs: 20_000 } },
  {
    id: 'extending',
    summary: 'a volume is extending while its job runs',
    backend: { jobDelayMs: 60, change: extending },
  },
  {
    id: 'size-before-end',
    summary: 'the size shows 200 ms before the job ends, and till then the volume is busy',
    backend: { change: sizeFirst(200) },
  },
  { id: 'queueing', summary: 'a second extension waits for the first', backend: { jobDelayMs: 40, change: queueing } },
  {
    id: 'states-by-job',
    summary: 'what the state rules forbid is taken, and its job fails',
    backend: { change: statesByJob },
  },
  {
    id: 'states-by-slow-job',
    summary: 'the same, with a volume that is extending for 300 ms',
    backend: { jobDelayMs: 300, change: both(statesByJob, extending) },
    limits: { jobMs: 10_000 },
  },
  { id: 'late-jobs', summary: 'a job cannot be looked up for 100 ms', backend: { change: lateJobs(100) } },
  {
    id: 'jobs-by-502',
    summary: 'one look-up of a job in twenty is answered with 502',
    front: {
      instead: ({ path, count }) => (path.includes('/jobs/') && count % 20 === 0 ? jsonReply(502, {}) : undefined),
    },
  },
];

import type { BackendVolume } from '../../backend/model.ts';
import type { Change, RuleContext } from '../../backend/rules.ts';
import { isAction, jsonReply, reJson } from '../servers/front.ts';
import { showing } from '../unsteady.ts';
import type { Variant } from './variant.ts';

/** Remembers each volume's last change, and the volume before it. */
function remembering() {
  const changes = new Map<string, { readonly before: BackendVolume; readonly at: number }>();
  const change: Change = (rules) => ({
    grow(job, context) {
      const before = context.state.volumes.get(job.volumeId);
      rules.grow(job, context);
      if (before !== undefined) changes.set(job.volumeId, { before, at: context.settings.clock.now() });
    },
  });
  /** The volume before its last change, if that was less than `ms` ago. */
  const older = ({ id }: BackendVolume, ms: number, { settings }: RuleContext): BackendVolume | undefined => {
    const last = changes.get(id);
    return last !== undefined && settings.clock.now() - last.at < ms ? last.before : undefined;
  };
  return { change, older };
}

/** The look-ups whose number `isBehind` picks are answered by a replica that is behind by this much, in ms. */
const replica =
  (ms: number, isBehind: (look: number) => boolean): Change =>
  (rules) => {
    const { change, older } = remembering();
    let looks = 0;
    return {
      ...change(rules),
      volumeView(volume, context) {
        looks += 1;
        return rules.volumeView((isBehind(looks) ? older(volume, ms, context) : undefined) ?? volume, context);
      },
    };
  };

/** Shows another view of a volume for this long after its extension, in ms. */
const after =
  (ms: number, view: (view: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>): Change =>
  (rules) => {
    const { change, older } = remembering();
    return {
      ...change(rules),
      volumeView(volume, context) {
        const shown = rules.volumeView(volume, context);
        return older(volume, ms, context) === undefined ? shown : view(shown);
      },
    };
  };

/**
 * All volumes of the project show a passing state for this long after an extension, in ms, and then not again for 3 s.
 */
const restless =
  (ms: number): Change =>
  (rules) => {
    let last = Number.NEGATIVE_INFINITY;
    return {
      grow(job, context) {
        rules.grow(job, context);
        const now = context.settings.clock.now();
        if (now - last > 3_000) last = now;
      },
      volumeView(volume, context) {
        const shown = rules.volumeView(volume, context);
        const isCalm = context.settings.clock.now() - last >= ms || volume.size === volume.originalSize;
        return isCalm ? shown : { ...shown, status: 'maintenance' };
      },
    };
  };

/** The job says SUCCESS this long before the size changes, in ms. */
const early =
  (ms: number): Change =>
  () => ({
    run(_job, { begin, grow, conclude }, { settings: { clock, jobDelayMs } }) {
      // one after the other: on a busy machine, timers of different lengths may fire in another order
      clock.after(jobDelayMs / 2, () => {
        begin();
        clock.after(jobDelayMs / 2, () => {
          conclude();
          clock.after(ms, grow);
        });
      });
    },
  });

/** One call of the operation in `every` gets a server error, and has no effect. */
const deadlocks = (every: number, body: string, type: string) => ({
  instead: (() => {
    let calls = 0;
    return (call: Parameters<typeof isAction>[0]) => {
      if (!isAction(call)) return undefined;
      calls += 1;
      return calls % every === 0
        ? { status: 500, headers: { 'content-type': type }, body: Buffer.from(body) }
        : undefined;
    };
  })(),
});

/** Right servers that change from one moment to the next. */
export const moments: readonly Variant[] = [
  {
    id: 'replicas-in-turn',
    summary: 'every second look-up is of a replica that is 400 ms behind',
    backend: { change: replica(400, (look) => look % 2 === 1) },
  },
  {
    id: 'replicas-by-chance',
    summary: 'one look-up in three is of a replica that is 700 ms behind',
    backend: { change: replica(700, (look) => (look * 7) % 3 === 0) },
  },
  {
    id: 'replica-behind',
    summary: 'look-ups are 300 ms behind',
    backend: { change: replica(300, () => true) },
  },
  {
    id: 'job-replica-behind',
    summary: 'every second look-up of a job is of a replica that shows it running for 400 ms more',
    front: {
      dress: (() => {
        const ended = new Map<string, number>();
        return (reply, call) => {
          if (!call.path.includes('/jobs/') || reply.status !== 200) return reply;
          const isOver = /"status":"(SUCCESS|FAIL)"/.test(reply.body.toString());
          if (!isOver) return reply;
          const since = ended.get(call.path) ?? Date.now();
          ended.set(call.path, since);
          return call.count % 2 === 0 && Date.now() - since < 400
            ? reJson(reply, (job) => ({ ...job, status: 'RUNNING' }))
            : reply;
        };
      })(),
    },
  },
  {
    id: 'success-150-ms-early',
    summary: 'a job says SUCCESS 150 ms before the size shows',
    backend: { change: early(150) },
  },
  {
    id: 'flapping-state',
    summary: 'a volume is in maintenance for 500 ms after its extension',
    backend: { change: after(500, (view) => ({ ...view, status: 'maintenance' })) },
  },
  {
    id: 'restless-project',
    summary: 'now and then every volume that was ever extended is in maintenance for 400 ms',
    backend: { change: restless(400) },
    limits: { jobMs: 20_000 },
  },
  {
    id: 'flapping-attributes',
    summary: 'a volume shows neither name nor metadata for 500 ms after its extension',
    backend: { change: after(500, ({ name: _, metadata: __, ...view }) => view) },
  },
  {
    id: 'nameless-after-refusals',
    summary: 'a volume shows an empty name for 400 ms after a refusal',
    backend: { change: showing(400, (view) => ({ ...view, name: '' }), 'refused') },
  },
  {
    id: 'gone-for-a-moment',
    summary: 'a volume cannot be found for 300 ms after its extension',
    front: {
      dress: (() => {
        const sizes = new Map<string, { readonly size: unknown; readonly at: number }>();
        return (reply, call) => {
          if (call.method !== 'GET' || call.path.includes('/jobs/') || reply.status !== 200) return reply;
          const { size } = (JSON.parse(reply.body.toString()) as { volume: { size: unknown } }).volume;
          const known = sizes.get(call.path);
          if (known?.size !== size) sizes.set(call.path, { size, at: known === undefined ? 0 : Date.now() });
          const { at } = sizes.get(call.path) ?? { at: 0 };
          return Date.now() - at < 300 ? jsonReply(404, { error: { message: 'not found', code: 'EVS.0404' } }) : reply;
        };
      })(),
    },
  },
  {
    id: 'deadlocks',
    summary: 'one request to extend in eighty meets a server error in the envelope, and does nothing',
    front: deadlocks(80, '{"error":{"message":"try again","code":"EVS.0500"}}', 'application/json'),
  },
  {
    id: 'deadlocks-html',
    summary: 'one request to extend in eighty meets a server error in HTML, and does nothing',
    front: deadlocks(80, '<h1>Internal Server Error</h1>', 'text/html'),
  },
];

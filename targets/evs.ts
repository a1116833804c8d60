import type { Clock } from '../wire/clock.ts';
import type { SendLimits } from '../wire/transport.ts';
import { at, type EvsApi, isGone, saying, textAt } from './evs-api.ts';
import { type Created, type Creation, createVolume, refused } from './evs-create.ts';
import { openSpan, type Span } from './span.ts';
import type { Intents, Obtained, SourceLimits, Volume, VolumeSource, VolumeSpec } from './target.ts';

/** How volumes are created. */
export interface EvsWishes extends Creation {
  /** The project they are created in. */
  readonly project: string;
  /** Whether shared volumes can be created. */
  readonly multiattach: boolean;
  /** Makes the names of this run's volumes its own. */
  readonly runId: string;
  /** A single request may take so long, in ms. */
  readonly requestMs: number;
}

/** A deletion is asked for so often in all: a volume that has just been extended may be busy for a moment. */
const maxDeletions = 6;

/**
 * Volumes by the vendor's own endpoints, for what these reach: available ones, and shared ones where that is said to work.
 * The name of each is in the ledger before it is created, so that it can be found whatever happens.
 */
export function evsSource(
  api: EvsApi,
  wishes: EvsWishes,
  limits: SourceLimits,
  intents: Intents,
  clock: Clock,
): VolumeSource {
  const { project, runId, requestMs } = wishes;
  let asked = 0;

  const spanOf = (within: SendLimits): Span => openSpan(within, requestMs, clock);

  async function find(of: string, name: string): Promise<readonly Volume[] | string> {
    const reply = await api.list(of, name, spanOf(limits.teardown).send);
    const volumes = reply.kind === 'answer' && reply.status === 200 ? at(reply.json, 'volumes') : undefined;
    if (!Array.isArray(volumes)) return `the list of volumes ${saying(reply)}, and holds no list "volumes"`;
    // some services find all names that begin so, or do not filter at all
    return volumes.flatMap((one: unknown) => {
      const id = textAt(one, 'id');
      return id !== undefined && textAt(one, 'name') === name ? [{ project: of, id, name }] : [];
    });
  }

  /** A volume that may be there although nobody was told its id has its name. */
  async function identified(created: Created, name: string): Promise<Obtained> {
    if (created.kind !== 'ended' && !(created.kind === 'failed' && created.made === 'unknown')) return created;
    const found = await find(project, name);
    if (created.kind === 'ended' && found.length === 0) return refused(created.reason);
    const [volume] = typeof found === 'string' ? [] : found;
    return { kind: 'failed', reason: `${created.reason}, named ${name}`, made: volume ?? 'unknown' };
  }

  return {
    hint: 'check volumes in the config file, the project and the credentials',
    async obtain(spec) {
      const cannot = whyEvsCannot(spec, wishes.multiattach);
      if (cannot !== undefined) return { kind: 'unavailable', reason: cannot, room: 'never' };
      asked += 1;
      const name = `evs-conformance-${runId}-${asked}`;
      intents.creating({ project, name });
      const span = spanOf(limits.setUp);
      const obtained = await identified(await createVolume(api, spec, { project, name }, wishes, span), name);
      const none = obtained.kind === 'unavailable' || (obtained.kind === 'failed' && obtained.made === 'no');
      if (none) intents.notCreated({ project, name });
      return obtained;
    },
    async giveBack(volume) {
      const span = spanOf(limits.teardown);
      for (let attempt = 1; ; attempt += 1) {
        const reply = await api.remove(volume.project, volume.id, span.send);
        if (isGone(reply)) return undefined;
        if (reply.kind === 'answer' && reply.status < 300) return untilGone(api, volume, span);
        if (attempt >= maxDeletions || !(await span.pause()))
          return `its deletion, asked for ${attempt} times, ${saying(reply)}`;
      }
    },
    find,
  };
}

/** Why the endpoints cannot make such a volume; undefined where they can. `shared`: whether shared ones can be created. */
export function whyEvsCannot(
  { status, multiattach, servers, tenant }: VolumeSpec,
  shared: boolean,
): string | undefined {
  const made = 'the evs source creates available volumes of its own project';
  if (tenant !== undefined) return `${made}, none of another tenant`;
  if (status !== 'available') return `${made}, none that are ${status}`;
  if (servers.length > 0) return `${made}, none with a server`;
  if (multiattach && !shared) return `${made}, and shared ones only where volumes.multiattach is true`;
  return undefined;
}

/** A deletion that was accepted may still fail. */
async function untilGone(api: EvsApi, volume: Volume, span: Span): Promise<string | undefined> {
  for (;;) {
    const reply = await api.readVolume(volume.project, volume.id, span.send);
    if (isGone(reply)) return undefined;
    const status = reply.kind === 'answer' ? textAt(reply.json, 'volume', 'status') : undefined;
    const seen = status === undefined ? saying(reply) : `is "${status}"`;
    if (status?.startsWith('error') === true || !(await span.pause()))
      return `its deletion was accepted, and after ${span.ms} ms it ${seen}`;
  }
}

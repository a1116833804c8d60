import type { Clock } from '../wire/clock.ts';
import type { Exchange } from '../wire/exchange.ts';
import { pathSegment } from '../wire/path.ts';
import { sendPatiently } from '../wire/patient.ts';
import type { Transport } from '../wire/transport.ts';
import { type Members, oddityOf, placeOfDetail } from './detail.ts';
import type { Volume } from './target.ts';

/** Where a reading is to be had: a path template and a JSON pointer into the body. */
export interface Lookup {
  /** With `{project_id}`, `{volume_id}` or `{job_id}`. */
  readonly path: string;
  /** JSON pointer to the object; empty for the whole body. */
  readonly at: string;
}

/** Where volumes and jobs are read; null where they cannot be. */
export interface Lookups {
  readonly volume: Lookup | null;
  readonly job: Lookup | null;
}

/** What a reading was read from, so that whoever doubts it can read it again. */
export interface Source {
  readonly exchange: Exchange;
  readonly lookup: Lookup;
  /** The volume's id; undefined for a job. */
  readonly volume: string | undefined;
}

interface Read {
  /** Absent where nothing was read: for what was only concluded, or where a look-up is switched off. */
  readonly source?: Source;
}

/** What a volume's detail says. Attributes are kept as they came, for comparison. */
export interface VolumeReading extends Read {
  readonly kind: 'volume';
  /** In GB, as stored: a fraction is kept. */
  readonly size: number;
  readonly status: string;
  readonly multiattach: boolean | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface JobReading extends Read {
  readonly kind: 'job';
  readonly id: string | undefined;
  readonly status: string;
}

/** The look-up did not give what it should. */
export interface NoReading extends Read {
  readonly kind: 'unreadable';
  /** `gone`: the server says that there is no such thing; `denied`: that the credentials do not do. */
  readonly why: 'gone' | 'denied' | 'trouble';
  readonly reason: string;
}

export interface Observer {
  readonly seesVolumes: boolean;
  readonly seesJobs: boolean;
  volume(volume: Volume): Promise<VolumeReading | NoReading>;
  job(project: string, job: string): Promise<JobReading | NoReading>;
}

/** What stands at a look-up's place, apart from what is said of it: members can have any name. */
interface Found {
  readonly kind: 'found';
  readonly members: Members;
}

/** Reads volumes and jobs back through the vendor's own endpoints. */
export function openObserver(transport: Transport, clock: Clock, lookups: Lookups, signal?: AbortSignal): Observer {
  async function look(lookup: Lookup, ids: Record<string, string>): Promise<Exchange> {
    const path = lookup.path.replace(/\{(\w+)\}/g, (whole, name: string) => pathSegment(ids[name] ?? whole));
    for (let attempt = 0; ; attempt += 1) {
      const exchange = await sendPatiently(transport, { method: 'GET', path }, clock, { signal });
      const { reply } = exchange;
      const passing =
        (reply.kind === 'none' && reply.reason !== 'login') ||
        (reply.kind === 'answer' && [502, 503, 504].includes(reply.status));
      // reading changes nothing, so a passing trouble is tried again
      if (passing && attempt < 3 && !(reply.kind === 'none' && ['aborted', 'timeout'].includes(reply.reason))) {
        await clock.sleep(20 * 4 ** attempt);
        continue;
      }
      return exchange;
    }
  }
  return {
    seesVolumes: lookups.volume !== null,
    seesJobs: lookups.job !== null,
    async volume({ project, id }) {
      const { volume: lookup } = lookups;
      if (lookup === null) return switchedOff;
      const exchange = await look(lookup, { project_id: project, volume_id: id });
      return readVolume({ exchange, lookup, volume: id });
    },
    async job(project, job) {
      const { job: lookup } = lookups;
      if (lookup === null) return switchedOff;
      const exchange = await look(lookup, { project_id: project, job_id: job });
      return readJob({ exchange, lookup, volume: undefined });
    },
  };
}

/** What the answer to a look-up says of its volume. */
export function readVolume(source: Source): VolumeReading | NoReading {
  const found = foundIn(source);
  if (found.kind === 'unreadable') return { ...elsewhere(found, source), source };
  const oddity = oddityOf(found.members, source.volume);
  if (oddity === undefined) return { ...volumeReading(found.members), source };
  return { ...elsewhere(unreadable(`${oddity}, by GET ${source.lookup.path}`), source), source };
}

/** What the answer to a look-up says of its job. */
export function readJob(source: Source): JobReading | NoReading {
  const found = foundIn(source);
  if (found.kind === 'unreadable') return { ...found, source };
  const { job_id: id, status } = found.members;
  if (typeof status !== 'string') return { ...unreadable('the job has no status'), source };
  return { kind: 'job', id: typeof id === 'string' ? id : undefined, status, source };
}

function foundIn({ exchange: { reply }, lookup }: Source): Found | NoReading {
  if (reply.kind === 'none' && reply.reason === 'login') return unreadable(reply.detail, 'denied');
  if (reply.kind === 'none') return unreadable(`GET ${lookup.path} got no answer (${reply.detail})`);
  if (reply.status !== 200) return unreadable(`GET ${lookup.path} answered ${reply.status}`, causes[reply.status]);
  const found = follow(reply.json, lookup.at);
  return typeof found === 'object' && found !== null
    ? { kind: 'found', members: found as Record<string, unknown> }
    : unreadable(`GET ${lookup.path} has no object at "${lookup.at}" of its body`);
}

const causes: Readonly<Record<number, NoReading['why']>> = { 401: 'denied', 403: 'denied', 404: 'gone', 410: 'gone' };

function unreadable(reason: string, why: NoReading['why'] = 'trouble'): NoReading {
  return { kind: 'unreadable', why, reason };
}

const switchedOff = unreadable('this look-up is switched off');

function volumeReading(found: Members): VolumeReading {
  const { size, status, multiattach } = found as { size: number; status: string; multiattach: unknown };
  const shared = typeof multiattach === 'boolean' ? multiattach : undefined;
  return { kind: 'volume', size, status, multiattach: shared, attributes: found };
}

/** Says where in the answer a volume is to be found, where that is another place than it was looked for at. */
function elsewhere(reading: NoReading, { exchange: { reply }, lookup }: Source): NoReading {
  const place = reply.kind === 'answer' && reply.status === 200 ? placeOfDetail(reply.json) : undefined;
  if (place === undefined || place === lookup.at) return reading;
  return {
    ...reading,
    reason: `${reading.reason}; what looks like a volume stands at ${JSON.stringify(place)} (observe.volume.at)`,
  };
}

function follow(json: unknown, pointer: string): unknown {
  let here = json;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    here =
      typeof here === 'object' && here !== null && Object.hasOwn(here, key)
        ? (here as Record<string, unknown>)[key]
        : undefined;
  }
  return here;
}

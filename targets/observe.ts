import type { Clock } from '../wire/clock.ts';
import type { Exchange, StepMark } from '../wire/exchange.ts';
import { cutTo } from '../wire/held.ts';
import { pathSegment } from '../wire/path.ts';
import { asksForTime, sendPatiently } from '../wire/patient.ts';
import type { Transport } from '../wire/transport.ts';
import { longestWord, type Members, oddityOf, placeOfDetail } from './detail.ts';
import type { Volume } from './volume-source.ts';

/** The place of a reading: a path template and a JSON pointer into the body. */
export interface Lookup {
  /** With `{project_id}`, `{volume_id}` or `{job_id}`. */
  readonly path: string;
  /** JSON pointer to the object; empty for the whole body. */
  readonly at: string;
  /** Set if the operation removes volumes: a missing volume is a reading as well, of no size and in state `gone`. */
  readonly gone?: true;
}

/** The places to look up volumes and jobs; null if they cannot be looked up. */
export interface Lookups {
  readonly volume: Lookup | null;
  readonly job: Lookup | null;
}

/** The exchange behind a reading, with which it can be checked. */
export interface ReadingSource {
  readonly exchange: Exchange;
  readonly lookup: Lookup;
  /** The volume's id; undefined for a job. */
  readonly volume: string | undefined;
}

interface ReadFrom {
  /** Absent if nothing was read: the reading is a conclusion, or the look-up is switched off. */
  readonly source?: ReadingSource;
}

/** A reading of a volume's detail. Attributes are kept unchanged, for comparison. */
export interface VolumeReading extends ReadFrom {
  readonly kind: 'volume';
  /** In GB, as stored: a fraction is kept. */
  readonly size: number;
  readonly status: string;
  readonly multiattach: boolean | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface JobReading extends ReadFrom {
  readonly kind: 'job';
  readonly id: string | undefined;
  readonly status: string;
}

/** The look-up gave no reading. */
export interface NoReading extends ReadFrom {
  readonly kind: 'unreadable';
  /**
   * `gone`: the server says that there is no such thing; `denied`: the credentials do not suffice. `lost`: there was no
   * answer for more than a second, which accuses nobody. `trouble`: any other answer that gives no reading.
   */
  readonly why: 'gone' | 'denied' | 'lost' | 'trouble';
  readonly reason: string;
}

export interface Observer {
  readonly seesVolumes: boolean;
  readonly seesJobs: boolean;
  readonly lookups: Lookups;
  /** `step`: the step of the run that the look belongs to. */
  volume(volume: Volume, step?: StepMark): Promise<VolumeReading | NoReading>;
  job(project: string, job: string, step?: StepMark): Promise<JobReading | NoReading>;
}

/** The members at a look-up's place. They stand apart from `kind`, because they can have any name. */
interface FoundMembers {
  readonly kind: 'found';
  readonly members: Members;
}

/**
 * Reading changes nothing, so a passing failure is retried after each of these pauses, in ms: more than a second in
 * all.
 */
const pausesMs = [20, 80, 320, 1_000];

/** A look-up that has timed out is repeated once. */
const maxTimeouts = 2;

/** Reads volumes and jobs back through the vendor's own endpoints. */
export function openObserver(transport: Transport, clock: Clock, lookups: Lookups, signal?: AbortSignal): Observer {
  /** Look-ups that were lost after all retries, and have not been answered since: they are not retried each time. */
  const hopeless = new Set<Lookup>();

  async function look(lookup: Lookup, ids: Record<string, string>, step?: StepMark): Promise<Exchange> {
    const path = lookupPath(lookup, ids);
    for (let attempt = 1; ; attempt += 1) {
      const exchange = await sendPatiently(transport, { method: 'GET', path, step }, clock, { signal });
      const { reply } = exchange;
      if (!isPassing(reply)) {
        hopeless.delete(lookup);
        return exchange;
      }
      const pause = pausesMs[attempt - 1];
      const isLate = reply.kind === 'none' && reply.reason === 'timeout' && attempt >= maxTimeouts;
      // a server that asked for time has been given it already
      const isOver = pause === undefined || isLate || (reply.kind === 'answer' && asksForTime(reply));
      if (isOver || hopeless.has(lookup) || isAborted(reply)) {
        if (!isAborted(reply)) hopeless.add(lookup);
        return exchange;
      }
      await clock.sleep(pause, signal);
    }
  }
  return {
    seesVolumes: lookups.volume !== null,
    seesJobs: lookups.job !== null,
    lookups,
    async volume({ project, id }, step) {
      const { volume: lookup } = lookups;
      if (lookup === null) return switchedOff;
      const exchange = await look(lookup, { project_id: project, volume_id: id }, step);
      return readVolume({ exchange, lookup, volume: id });
    },
    async job(project, job, step) {
      const { job: lookup } = lookups;
      if (lookup === null) return switchedOff;
      const exchange = await look(lookup, { project_id: project, job_id: job }, step);
      return readJob({ exchange, lookup, volume: undefined });
    },
  };
}

/** The path of a look-up, below the target's URL. */
export function lookupPath({ path }: Lookup, ids: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (whole, name: string) => pathSegment(ids[name] ?? whole));
}

/** The reading of a volume in the answer to a look-up. */
export function readVolume(source: ReadingSource): VolumeReading | NoReading {
  const found = foundIn(source);
  if (found.kind === 'unreadable' && isGone(found, source)) return { ...goneVolume, source };
  if (found.kind === 'unreadable') return { ...elsewhere(found, source), source };
  const oddity = oddityOf(found.members, source.volume);
  if (oddity === undefined) return { ...volumeReading(found.members), source };
  return { ...elsewhere(unreadable(`${oddity}, by GET ${source.lookup.path}`), source), source };
}

/** The reading of a job in the answer to a look-up. */
export function readJob(source: ReadingSource): JobReading | NoReading {
  const found = foundIn(source);
  if (found.kind === 'unreadable') return { ...found, source };
  const { job_id: id, status } = found.members;
  if (!isWord(status)) return { ...unreadable('the job has no status'), source };
  // one character more than any id can have makes a cut id differ from every id
  return { kind: 'job', id: typeof id === 'string' ? cutTo(id, longestWord + 1) : undefined, status, source };
}

/** The reading of a volume that no longer exists. */
const goneVolume: VolumeReading = { kind: 'volume', size: 0, status: 'gone', multiattach: undefined, attributes: {} };

/** Whether an answer says that there is no such volume: any 4xx about neither credentials nor the moment. */
function isGone({ why }: NoReading, { exchange: { reply }, lookup }: ReadingSource): boolean {
  if (lookup.gone !== true || reply.kind === 'none' || why === 'denied' || why === 'lost') return false;
  return reply.status >= 400 && reply.status < 500;
}

const isAborted = (reply: Exchange['reply']): boolean => reply.kind === 'none' && reply.reason === 'aborted';

/** 4xx after which another attempt may succeed. */
const passing: ReadonlySet<number> = new Set([408, 425, 429]);

/** Whether the lack of an answer may pass. */
function isPassing(reply: Exchange['reply']): boolean {
  if (reply.kind === 'none') return reply.reason !== 'login';
  return reply.status >= 500 || passing.has(reply.status);
}

function foundIn({ exchange: { reply }, lookup }: ReadingSource): FoundMembers | NoReading {
  if (reply.kind === 'none' && reply.reason === 'login') return unreadable(reply.detail, 'denied');
  if (reply.kind === 'none') return unreadable(`GET ${lookup.path} got no answer (${reply.detail})`, 'lost');
  if (isPassing(reply)) return unreadable(`GET ${lookup.path} answered ${reply.status}`, 'lost');
  if (reply.status !== 200) return unreadable(`GET ${lookup.path} answered ${reply.status}`, causes[reply.status]);
  if (reply.truncated) return unreadable(`GET ${lookup.path} answered more than is read`);
  const found = follow(reply.json, lookup.at);
  return typeof found === 'object' && found !== null
    ? { kind: 'found', members: found as Record<string, unknown> }
    : unreadable(`GET ${lookup.path} has no object at "${lookup.at}" of its body`);
}

const isWord = (value: unknown): value is string => typeof value === 'string' && value.length <= longestWord;

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

/** Adds the place of the volume in the answer, if it differs from the place of the look-up. */
function elsewhere(reading: NoReading, { exchange: { reply }, lookup }: ReadingSource): NoReading {
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

import type { JobReading, NoReading, Observer, VolumeReading } from '../../targets/observe.ts';
import type { Volume } from '../../targets/volume-source.ts';
import type { Clock } from '../../wire/clock.ts';
import type { Exchange, StepMark } from '../../wire/exchange.ts';
import { denialOf, speaksOfCredentials } from '../judge/denial.ts';
import { timing } from '../timing.ts';

/** So many volumes that are denied alike, and go on to be, are the end of the credentials. */
export const enoughDenials = 3;

/** The observer of a run that finds out whether credentials have ended. */
export interface CredentialObserver extends Observer {
  /** A volume is returned: later answers about it say nothing about the credentials. */
  readonly forget: (volume: Volume) => void;
}

/** Its effects on a run. */
export interface CredentialObserverOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Volumes are handed out again and again, so that there may be fewer than it takes. */
  readonly keeps: boolean;
  /** The credentials have ended, as this exchange says. */
  readonly end: (denial: Exchange) => void;
}

type LookUpKind = 'volume' | 'job';
type ObservedReading = VolumeReading | JobReading | NoReading;
interface Recheck {
  readonly key: string;
  readonly look: () => Promise<ObservedReading>;
}

/**
 * Where a look-up is denied that could be answered before, the volumes that were read last are looked at: the credentials
 * have ended if all are denied alike, and go on to be. Nothing is said of the denied look-up before that is known, for
 * every answer from then on would be about the credentials.
 */
export function openCredentialObserver(
  observer: Observer,
  { clock, signal, keeps, end }: CredentialObserverOptions,
): CredentialObserver {
  /** Without look-ups of volumes, jobs have to do. */
  const telling: LookUpKind = observer.seesVolumes ? 'volume' : 'job';
  const answered = new Set<LookUpKind>();
  /** The readings, the latest last. */
  const known = new Map<string, Recheck>();
  /** The denied look-ups since the last reading, and how they were denied. */
  const denied = new Map<string, string>();
  /** The look-ups that are denied for reasons of their own. */
  const cleared = new Set<string>();
  let queue: Promise<unknown> = Promise.resolve();

  function note(kind: LookUpKind, recheck: Recheck, reading: ObservedReading): string | undefined {
    const { key } = recheck;
    const denial = reading.kind === 'unreadable' ? denialIn(reading, kind) : undefined;
    if (denial !== undefined && kind === telling) denied.set(key, denial);
    if (reading.kind === 'unreadable') return denial;
    answered.add(kind);
    cleared.delete(key);
    if (kind !== telling) return undefined;
    if (denied.size > 0) denied.clear();
    known.delete(key);
    known.set(key, recheck);
    return undefined;
  }

  /** How all of them are denied, and the last exchange that says so; undefined where one is not, or otherwise. */
  async function recheckAll(rechecks: readonly Recheck[]): Promise<readonly [string, Exchange] | undefined> {
    let found: readonly [string, Exchange] | undefined;
    for (const recheck of rechecks) {
      const reading = await recheck.look();
      const denial = note(telling, recheck, reading);
      const exchange = reading.source?.exchange;
      if (denial === undefined || exchange === undefined) return undefined;
      if (found !== undefined && found[0] !== denial) return undefined;
      found = [denial, exchange];
    }
    return found;
  }

  async function isOver(kind: LookUpKind, first: Recheck): Promise<boolean> {
    if (signal.aborted) return true;
    const others = [...known.values()].reverse().filter(({ key }) => key !== first.key);
    const isOwn = kind === telling && (known.has(first.key) || others.length === 0);
    const rechecks = [...(isOwn ? [first] : []), ...others].slice(0, enoughDenials);
    const seen = await recheckAll(rechecks);
    if (seen === undefined) return false;
    const alike = [...denied.values()].filter((denial) => denial === seen[0]).length;
    const isPlain = seen[0] === '401' || seen[0] === 'login';
    if (alike < (keeps || isPlain ? rechecks.length : enoughDenials)) return false;
    for (const ms of timing.denialPausesMs) {
      await clock.sleep(ms, signal);
      if (signal.aborted) return true;
      if ((await recheckAll(rechecks))?.[0] !== seen[0]) return false;
    }
    end(seen[1]);
    return true;
  }

  /** Only a look at its own volume belongs to the asking step; an additional look belongs to none. */
  async function watch<T extends ObservedReading>(
    kind: LookUpKind,
    key: string,
    look: (step?: StepMark) => Promise<T>,
    step: StepMark | undefined,
  ): Promise<T> {
    const recheck = { key, look: () => look() };
    const reading = await look(step);
    const isDenied = note(kind, recheck, reading) !== undefined;
    if (!isDenied || !answered.has(kind) || cleared.has(key)) return reading;
    const over = queue.then(() => isOver(kind, recheck));
    queue = over;
    if (await over) return reading;
    cleared.add(key);
    await clock.sleep(timing.deniedAgainMs, signal);
    const again = await look(step);
    note(kind, recheck, again);
    return again;
  }

  return {
    seesVolumes: observer.seesVolumes,
    seesJobs: observer.seesJobs,
    lookups: observer.lookups,
    volume: (volume, step) => watch('volume', `volume ${volume.id}`, (own) => observer.volume(volume, own), step),
    job: (project, job, step) => watch('job', `job ${job}`, (own) => observer.job(project, job, own), step),
    forget: ({ id }) => void known.delete(`volume ${id}`),
  };
}

/** A job may be unknown after a while, which some services say with 400. */
function denialIn({ source }: NoReading, kind: LookUpKind): string | undefined {
  const reply = source?.exchange.reply;
  if (reply === undefined || (kind === 'job' && !speaksOfCredentials(reply))) return undefined;
  return denialOf(reply);
}

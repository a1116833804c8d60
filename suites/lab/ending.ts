import type { VolumeReading } from '../../targets/observe.ts';
import { changedAttributes } from '../judge/attributes.ts';
import { running } from '../judge/job-words.ts';
import type { Ending, Sight } from '../step.ts';
import { type Awaited, leastReadings, type Suspicion } from './patience.ts';
import type { Run } from './run.ts';
import { type Extension, hasEnded } from './settle.ts';

/** A job that goes back is judged by its looks alone: they have to show it for more than a second. */
const goneBackMs = 1_100;
const hasGoneBack = ({ ms, looks }: Standing): boolean => ms >= goneBackMs && looks > leastReadings;

/** What a job does after its end shows within so many ms. */
const aftermathMs = 250;

/**
 * Tells from the latest sight whether an extension has ended, and how. What a look shows may be of when it began: only one
 * that began after a limit (in ms) tells what was not there by then.
 */
export function openEnd({ target, patience, clock }: Run, extension: Extension, sights: readonly Sight[]) {
  const { check, before, history, expected, brief = false, mustStay = false, job, until, proving } = extension;
  const begun = clock.now();
  const isProof = (what: Awaited): boolean => proving.includes(what);
  const limit = (what: Awaited): number =>
    isProof(what)
      ? patience.proofMs(what, begun)
      : Math.min(patience.ms(what), brief ? patience.ms('ready') : Infinity);
  const isProved = (what: Awaited): boolean =>
    isProof(what) ? patience.proofMs(what, begun) >= patience.wholeMs : !brief && patience.isWhole(what);
  const vain = (what: Awaited, ms: number): void => patience.inVain(brief ? 'ready' : what, ms);
  const unread = openStanding();
  const stray = openStanding();
  /** Whether what is seen has stood long enough to count. */
  function stands(of: Suspicion, { ms, looks }: Standing, size?: number): boolean {
    if (looks < leastReadings || ms < patience.standsMs(of, check, size !== undefined && history.includes(size)))
      return false;
    patience.stood(of, check);
    return true;
  }
  const attributes = openStanding();
  const back = openStanding();
  let sizeAt: number | undefined;
  let endedAt: number | undefined;

  return (passed: number, lookBegun: number): Ending | undefined => {
    const sight = sights.at(-1);
    const over = lookBegun >= limit('size');
    const isRead = sight?.volume.kind === 'volume';
    const unreadMs = unread(!isRead, passed).ms;
    if (sight === undefined || sight.volume.kind !== 'volume')
      return over || unreadMs >= patience.ms('moment') ? 'unseen' : undefined;
    const { volume } = sight;
    const isThere = expected === null ? volume.size !== before.size : volume.size === expected;
    const strayed = stray(mustStay ? isThere : !isThere && volume.size !== before.size, passed);
    if (isThere) {
      if (mustStay && !stands('size', strayed, volume.size)) return over ? 'given-up' : undefined;
      if (sizeAt === undefined) patience.showed(passed);
      sizeAt ??= passed;
      return whole(lookBegun - sizeAt, passed, sight, volume);
    }
    return volume.size === before.size ? asBefore(passed, sight, over) : otherwise(strayed, volume.size, sight, over);
  };

  function asBefore(passed: number, { job: seen }: Sight, over: boolean): Ending | undefined {
    if (hasEnded(seen)) endedAt ??= passed;
    const stood = endedAt === undefined ? 0 : passed - endedAt;
    // a job that has failed may have grown the volume all the same, a little later
    if (seen?.kind === 'job' && seen.status === 'FAIL' && stood >= aftermathMs) return 'failed';
    // whatever its size had to be: a job that has ended well, and left it as it was for a while, will not change it
    if (expected === null && stood >= patience.ms('moment') / 2) return 'unchanged';
    if (!over) return undefined;
    const proved = isProved('size');
    vain('size', passed);
    // a replica that is behind: the size was there
    if (sizeAt !== undefined) return 'given-up';
    return proved ? 'unchanged' : 'given-up';
  }

  /** A third size is the end once it has stood for a while and the job has ended, or nobody can tell. */
  function otherwise(strayed: Standing, size: number, { job: seen }: Sight, over: boolean): Ending | undefined {
    const isOver = hasEnded(seen) || job === undefined || seen?.kind !== 'job';
    const isWrong = strayed.ms >= patience.ms('moment') / 2 && stands('size', strayed, size);
    if (!(isWrong && isOver) && !over) return undefined;
    patience.inVain('moment', strayed.ms);
    return stands('size', strayed, size) ? 'otherwise' : 'given-up';
  }

  /** How an extension has ended whose size had shown `since` ms before this look; undefined while something is waited for. */
  function whole(since: number, passed: number, sight: Sight, volume: VolumeReading): Ending | undefined {
    const isBack = volume.status === before.status;
    if (isBack) patience.showed(passed);
    if (until === 'size') return 'as-asked';
    if (until === 'job') return jobsEnd(since, sight);
    const odd = attributes(isBack && changedAttributes(before, volume).length > 0, passed);
    if (isBack) return odd.looks === 0 || stands('kept', odd) ? 'as-asked' : undefined;
    return since >= limit('state') ? given('state', since) : undefined;
  }

  function jobsEnd(since: number, { job: seen }: Sight): Ending | undefined {
    if (job === undefined || !target.observer.seesJobs) return 'as-asked';
    const end = sights.findIndex((sight) => hasEnded(sight.job));
    const went = back(end >= 0 && !hasEnded(seen), since);
    // looked at a few times more after its end: some jobs go back
    if (end >= 0) return (went.looks === 0 && sights.length - end > 3) || hasGoneBack(went) ? 'as-asked' : undefined;
    if (seen?.kind !== 'job') return since >= patience.ms('moment') ? given('moment', since) : undefined;
    if (!running.has(seen.status)) return since >= patience.ms('moment') / 10 ? 'as-asked' : undefined;
    return since >= limit('job') ? given('job', since) : undefined;
  }

  /** What comes of a size that is right, and of something beside it that did not come. */
  function given(what: Awaited, since: number): Ending {
    const proved = isProved(what);
    vain(what, since);
    return isProof(what) && !proved ? 'given-up' : 'as-asked';
  }
}

/** How long something has been seen without a break, in ms, and in how many looks. */
interface Standing {
  readonly ms: number;
  readonly looks: number;
}

function openStanding(): (isSeen: boolean, at: number) => Standing {
  let since = 0;
  let looks = 0;
  return (isSeen, at) => {
    if (isSeen && looks === 0) since = at;
    looks = isSeen ? looks + 1 : 0;
    return { ms: isSeen ? at - since : 0, looks };
  };
}

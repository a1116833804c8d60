import type { JobReading, NoReading, VolumeReading } from '../../targets/observe.ts';
import type { Volume } from '../../targets/target.ts';
import { ends, running } from '../judge/job-words.ts';
import type { Ending, Sight } from '../step.ts';
import type { Awaited } from './patience.ts';
import type { Run } from './run.ts';

/** What an accepted extension is waited for: its size; also the volume's state; also the end of its job. */
export type Until = 'size' | 'state' | 'job';

export interface Extension {
  readonly volume: Volume;
  readonly before: VolumeReading;
  /** In GB; null where any size is as good as another. */
  readonly expected: number | null;
  readonly job: string | undefined;
  readonly until: Until;
  /** For these, wait the whole limit, whatever was waited for in vain before: the end of this wait is a proof. */
  readonly proving: readonly Awaited[];
}

export interface Settled {
  readonly ending: Ending;
  readonly after: VolumeReading | undefined;
  readonly sights: readonly Sight[];
}

const ended = (job: JobReading | NoReading | undefined): boolean => job?.kind === 'job' && ends.has(job.status);

/** What a job does after its end shows within so many ms. */
const aftermathMs = 250;

/** Watches an accepted extension until it has ended or the limit has passed. */
export async function settle(run: Run, extension: Extension): Promise<Settled> {
  const { clock, signal } = run;
  const sights: Sight[] = [];
  const judge = openEnd(run, extension, sights);
  const start = clock.now();
  for (let pause = 3; ; pause = Math.min(pause * 1.4, 250)) {
    // the sights of a long wait are all alike: the first ones and the latest tell the story
    if (sights.length > 40) sights.splice(20, 1);
    sights.push({ ...(await look(run, extension, sights.length)), at: Math.round(clock.now() - start) });
    const ending = judge(clock.now() - start) ?? (signal.aborted ? 'given-up' : undefined);
    if (ending !== undefined) return { ending, after: lastReading(sights), sights };
    await clock.sleep(pause, signal);
  }
}

/** The job, where it is what is waited for or the size is slow to show and may never; then the volume. */
async function look({ target }: Run, { volume, job, until }: Extension, looks: number): Promise<Sight> {
  const asks = job !== undefined && target.observer.seesJobs && (until === 'job' || looks > 3);
  const seen = asks ? await target.observer.job(volume.project, job) : undefined;
  return { job: seen, volume: await target.observer.volume(volume) };
}

function lastReading(sights: readonly Sight[]): VolumeReading | undefined {
  const reading = sights.findLast(({ volume }) => volume.kind === 'volume')?.volume;
  return reading?.kind === 'volume' ? reading : undefined;
}

/** Tells from the latest sight whether the extension has ended, and how. */
function openEnd({ target, patience }: Run, extension: Extension, sights: readonly Sight[]) {
  const { before, expected, job, until, proving } = extension;
  const limit = (what: Awaited): number => (proving.includes(what) ? patience.wholeMs : patience.ms(what));
  let strayedAt: number | undefined;
  let sizeAt: number | undefined;
  let endedAt: number | undefined;

  return (passed: number): Ending | undefined => {
    const sight = sights.at(-1);
    const over = passed >= limit('size');
    if (sight?.volume.kind !== 'volume') return over || passed >= patience.ms('moment') ? 'unseen' : undefined;
    const { volume, job: seen } = sight;
    if (expected === null ? volume.size !== before.size : volume.size === expected) {
      if (sizeAt === undefined) patience.showed(passed);
      sizeAt ??= passed;
      if (!isComplete(passed - sizeAt, sight)) return undefined;
      if (isBack(sight)) patience.showed(passed);
      return 'as-asked';
    }
    if (volume.size === before.size) {
      if (ended(seen)) endedAt ??= passed;
      const stood = endedAt === undefined ? 0 : passed - endedAt;
      // a job that has failed may have grown the volume all the same, a little later
      if (seen?.kind === 'job' && seen.status === 'FAIL' && stood >= aftermathMs) return 'failed';
      // whatever its size had to be: a job that has ended well, and left it as it was for a while, will not change it
      if (expected === null && stood >= patience.ms('moment') / 2) return 'unchanged';
      if (!over) return undefined;
      const proved = proving.includes('size') || patience.isWhole('size');
      patience.inVain('size');
      return proved ? 'unchanged' : 'given-up';
    }
    strayedAt ??= passed;
    // a third size is the end once it has stood for a moment and the job has ended, or nobody can tell
    const stood =
      passed - strayedAt >= patience.ms('moment') / 2 && (ended(seen) || job === undefined || seen?.kind !== 'job');
    if (!stood && !over) return undefined;
    patience.inVain('moment');
    return 'otherwise';
  };

  /** Whether nothing more is waited for, `since` ms after the size was seen. */
  function isComplete(since: number, { volume, job: seen }: Sight): boolean {
    if (until === 'size') return true;
    if (until === 'state') return isBack({ volume }) || isOver('state', since, limit('state'));
    if (job === undefined || !target.observer.seesJobs) return true;
    // looked at a few times more after its end: some jobs go back
    const end = sights.findIndex((sight) => ended(sight.job));
    if (end >= 0) return sights.length - end > 3;
    if (seen?.kind !== 'job') return isOver('moment', since, patience.ms('moment'));
    return running.has(seen.status) ? isOver('job', since, limit('job')) : since >= patience.ms('moment') / 10;
  }

  function isBack({ volume }: Pick<Sight, 'volume'>): boolean {
    return volume.kind === 'volume' && volume.status === before.status;
  }

  function isOver(what: 'state' | 'job' | 'moment', since: number, ms: number): boolean {
    if (since < ms) return false;
    patience.inVain(what);
    return true;
  }
}

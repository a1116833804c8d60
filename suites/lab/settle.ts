import type { VolumeReading } from '../../targets/observe.ts';
import type { Volume } from '../../targets/target.ts';
import type { Ending, Sight } from '../step.ts';
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
}

export interface Settled {
  readonly ending: Ending;
  readonly after: VolumeReading | undefined;
  readonly sights: readonly Sight[];
}

const ended = new Set(['SUCCESS', 'FAIL']);
const running = new Set(['INIT', 'RUNNING']);

/** Watches an accepted extension until it has ended or the limit has passed. */
export async function settle(run: Run, extension: Extension): Promise<Settled> {
  const { clock, signal } = run;
  const watch = openWatch(run, extension);
  const start = clock.now();
  for (let pause = 3; ; pause = Math.min(pause * 1.4, 400)) {
    await watch.look();
    const passed = clock.now() - start;
    const ending = watch.ending(passed);
    if (ending !== undefined) {
      return { ending, after: watch.last(), sights: watch.sights };
    }
    if (signal.aborted) return { ending: 'given-up', after: watch.last(), sights: watch.sights };
    await clock.sleep(pause, signal);
  }
}

function openWatch(run: Run, { volume, before, expected, job, until }: Extension) {
  const { target, patience } = run;
  const sights: Sight[] = [];
  let last: VolumeReading | undefined;
  let strayedAt: number | undefined;
  let sizeAt: number | undefined;
  const jobOf = (): Sight['job'] => sights.at(-1)?.job;

  async function look(): Promise<void> {
    // a job is asked for when it is what is waited for, or when the size is slow to show and may never
    const asks = job !== undefined && target.observer.seesJobs && (until === 'job' || sights.length > 3);
    const seenJob = asks ? await target.observer.job(volume.project, job) : undefined;
    const reading = await target.observer.volume(volume);
    if (reading.kind === 'volume') last = reading;
    // the sights of a long wait are all alike: the first ones and the latest tell the story
    if (sights.length > 40) sights.splice(20, 1);
    sights.push({ job: seenJob, volume: reading });
  }

  function ending(passed: number): Ending | undefined {
    const over = passed >= patience.limitMs();
    const volumeNow = sights.at(-1)?.volume;
    if (volumeNow === undefined || volumeNow.kind !== 'volume') {
      return over || (volumeNow?.kind === 'unreadable' && passed >= patience.momentMs()) ? 'unseen' : undefined;
    }
    const jobNow = jobOf();
    const jobEnded = jobNow?.kind === 'job' && ended.has(jobNow.status);
    const stays = volumeNow.size === before.size;
    if (expected === null ? !stays : volumeNow.size === expected) {
      if (sizeAt === undefined) patience.showed(passed);
      sizeAt ??= passed;
      return isComplete(passed - sizeAt, volumeNow) ? 'as-asked' : undefined;
    }
    if (stays) {
      if (jobEnded && jobNow.status === 'FAIL') return 'failed';
      if (!over) return undefined;
      const proved = patience.whole();
      patience.inVain();
      return proved ? 'unchanged' : 'given-up';
    }
    strayedAt ??= passed;
    // a third size is the end once the job has ended, or nobody can tell, and it has stood for a moment
    const stood =
      passed - strayedAt >= patience.momentMs() / 2 && (jobEnded || job === undefined || jobNow?.kind !== 'job');
    if (!stood && !over) return undefined;
    patience.momentInVain();
    return 'otherwise';
  }

  /** Whether nothing more is waited for, `sinceSize` ms after the size was seen. */
  function isComplete(sinceSize: number, now: VolumeReading): boolean {
    if (until === 'size') return true;
    if (until === 'state') return now.status === before.status || sinceSize >= patience.momentMs();
    if (job === undefined || !target.observer.seesJobs) return true;
    // looked at once more after its end: some jobs go back
    const ends = sights.findIndex((sight) => sight.job?.kind === 'job' && ended.has(sight.job.status));
    if (ends >= 0) return sights.length - ends > 3;
    const seen = jobOf();
    if (seen?.kind === 'job' && !running.has(seen.status)) return sinceSize >= patience.momentMs() / 10;
    if (seen?.kind === 'job' && sinceSize >= patience.jobLimitMs()) patience.jobInVain();
    else if (seen?.kind !== 'job' && sinceSize >= patience.momentMs()) patience.momentInVain();
    else return false;
    return true;
  }
  return { look, ending, last: () => last, sights };
}

import { isDeepStrictEqual } from 'node:util';
import type { RequirementId } from '../../spec/requirements.ts';
import type { JobReading, NoReading, VolumeReading } from '../../targets/observe.ts';
import type { Volume } from '../../targets/target.ts';
import type { StepMark } from '../../wire/exchange.ts';
import { ends } from '../judge/job-words.ts';
import type { Ending, Sight } from '../step.ts';
import { openEnd } from './ending.ts';
import type { Awaited } from './patience.ts';
import type { Run } from './run.ts';
import { openStopwatch } from './stopwatch.ts';

/** What an accepted extension is waited for: its size; also the volume's state and attributes; also the end of its job. */
export type Until = 'size' | 'state' | 'job';

export interface Extension {
  /** Who asked for it. */
  readonly check: RequirementId;
  readonly volume: Volume;
  readonly before: VolumeReading;
  /** The sizes that the volume has had, in GB: what a replica that is behind may show. */
  readonly history: readonly number[];
  /** In GB; null where any size is as good as another. */
  readonly expected: number | null;
  /** It is waited for no longer than extensions were seen to take, and its end proves nothing. */
  readonly brief?: boolean;
  /** It had to be refused: any other size accuses, and has to stand before it counts. */
  readonly mustStay?: boolean;
  readonly job: string | undefined;
  /** The step that its looks belong to. */
  readonly step: StepMark;
  readonly until: Until;
  /** For these, wait the whole limit, if the run has not waited in vain before: the end of this wait is a proof. */
  readonly proving: readonly Awaited[];
}

export interface Settled {
  readonly ending: Ending;
  readonly after: VolumeReading | undefined;
  readonly sights: readonly Sight[];
}

export const hasEnded = (job: JobReading | NoReading | undefined): boolean =>
  job?.kind === 'job' && ends.has(job.status);

/** Watches an accepted extension until it has ended or the limit has passed. */
export async function settle(run: Run, extension: Extension): Promise<Settled> {
  const { clock, patience, signal } = run;
  const sights: Sight[] = [];
  const judge = openEnd(run, extension, sights);
  const watch = openStopwatch(clock, patience.wholeMs);
  for (let pause = 3; ; pause = Math.min(pause * 1.4, 250)) {
    // the sights of a long wait are all alike: the first ones and the latest tell the story
    if (sights.length > 40) thin(sights);
    const begun = watch.passed();
    const seen = await look(run, extension, sights.length);
    sights.push({ at: Math.round(watch.passed()), ...seen });
    const ending = judge(watch.passed(), begun) ?? (signal.aborted ? 'given-up' : undefined);
    if (ending !== undefined) return { ending, after: lastReading(sights), sights };
    await watch.pause(pause, signal);
  }
}

/** The job, where it is what is waited for or the size is slow to show and may never; then the volume. */
async function look(
  { target }: Run,
  { volume, job, step, until }: Extension,
  looks: number,
): Promise<Omit<Sight, 'at'>> {
  const asks = job !== undefined && target.observer.seesJobs && (until === 'job' || looks > 3);
  const seen = asks ? await target.observer.job(volume.project, job, step) : undefined;
  return { job: seen, volume: await target.observer.volume(volume, step) };
}

/** Leaves out a look in the middle that showed the same as those around it. */
function thin(sights: Sight[]): void {
  const at = sights.findIndex(
    (sight, here) => here >= 20 && isAlike(sight, sights[here - 1]) && isAlike(sight, sights[here + 1]),
  );
  if (at >= 0) sights.splice(at, 1);
}

function isAlike(one: Sight, other: Sight | undefined): boolean {
  const story = ({ job, volume }: Sight): unknown => [
    job?.kind,
    job?.kind === 'job' ? job.status : '',
    volume.kind === 'volume' ? [volume.size, volume.status] : volume.why,
  ];
  return other !== undefined && isDeepStrictEqual(story(one), story(other));
}

function lastReading(sights: readonly Sight[]): VolumeReading | undefined {
  const reading = sights.findLast(({ volume }) => volume.kind === 'volume')?.volume;
  return reading?.kind === 'volume' ? reading : undefined;
}

import { type StrainFigures, strainTimes } from '../../wire/strain.ts';
import type { Run } from '../fixtures/run.ts';
import { timesOf } from '../guard/silence.ts';
import { timing } from '../timing.ts';

/** Why a run ends that a target has kept waiting. */
export function unserved({ times, eachMs }: StrainFigures): string {
  const all = `${inSeconds(eachMs * strainTimes)} (${strainTimes} times limits.jobMs)`;
  return `the target does not serve us: it asked us to wait (${inWords(times)}) for more than the ${all} that a run waits in all: send fewer requests a second with --rate`;
}

/** Adds a note to the smoke test about the waits that the target asked for, if they were long. */
export function noteWaits(run: Pick<Run, 'note' | 'operation'>, { times, ms }: StrainFigures): void {
  if (ms < timing.worthAWordMs) return;
  run.note(
    run.operation.roles.smokeTest,
    `the target asked us to wait (${inWords(times)}), which took ${inSeconds(ms)}`,
  );
}

const inWords = (times: StrainFigures['times']): string =>
  [...times].map(([status, count]) => `${status} ${timesOf(count)}`).join(', ');

const inSeconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;

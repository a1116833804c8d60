import { isServerError } from '../judge/answers.ts';
import { isValid } from '../judge/expect.ts';
import { isTaken } from '../judge/owners.ts';
import type { Step } from '../step.ts';
import { isChanged, isReady, readAsLeft } from './care.ts';
import type { Sending } from './extend.ts';
import type { Run } from './run.ts';
import type { Subject } from './subject.ts';
import { quietMs } from './turns.ts';

/**
 * Whether an answer may be of the moment: a valid request that was refused, or whose job failed, while others of ours were
 * under way; or a server error, whatever was asked.
 */
export function isDoubtful(
  { contract }: Pick<Run, 'contract'>,
  step: Step,
  { request }: Pick<Sending, 'request'>,
): boolean {
  if (step.outcome === 'accepted') return step.ending === 'failed' && isValid(step, contract);
  return isServerError(step) || (request === undefined && step.inScope && isValid(step, contract));
}

/**
 * Sends a doubtful request once more to the same volume, `alone`: with nothing else of ours under way. What did not show again is told
 * and counts for nothing; a refusal that was only one beside others makes the run go on one by one. A volume that was not
 * left as it was is not asked again: what changed it is what counts.
 */
export async function again(
  run: Run,
  subject: Subject,
  first: Step,
  send: () => Promise<Step>,
  how: 'alone' | 'beside',
): Promise<Step> {
  if (how === 'alone') {
    await restOf(run, subject);
    await quiet(run, first);
  }
  if (!(await isAsItWas(run, subject, first)) || run.signal.aborted) return first;
  const second = await send();
  run.told(first);
  if (how === 'beside') return second;
  if (!isTaken(second)) {
    if (isDoubtful(run, second, {})) run.refusing.add(first.check);
  } else if (!first.alone) run.turns.goOneByOne();
  else if (run.turns.restMs() === 0) {
    run.turns.needRest();
    run.note('concurrency.side-by-side', rested);
  }
  return second;
}

const rested =
  'a valid request was refused by itself and taken a while later: from then on the run rested for a second before each';

/** Waits until the jobs of other volumes have ended. */
export async function restOf(run: Run, subject: Subject): Promise<void> {
  const others = [...run.underWay].filter(({ volume }) => volume.id !== subject.volume.id);
  await Promise.all(others.map((one) => isReady(run, one, 'ready')));
}

/** Waits until the target has had nothing to do for a while; where nothing can be read, jobs may take longer than that. */
async function quiet({ clock, traffic, target, patience, refusing, signal }: Run, { check }: Step): Promise<void> {
  if (refusing.has(check)) return;
  const enough = target.observer.seesVolumes ? quietMs : patience.wholeMs / 2;
  await clock.sleep(Math.max(0, enough - traffic.quietFor()), signal);
}

/** Whether a refusal has left the volume as it was; where nothing can be read, as far as is known. */
async function isAsItWas(run: Run, subject: Subject, { before }: Step): Promise<boolean> {
  if (subject.spoilt !== undefined) return false;
  if (!subject.observed || before === undefined) return true;
  const reading = await readAsLeft(run, subject, 'effect.refusal');
  return reading !== undefined && !isChanged(before, reading);
}

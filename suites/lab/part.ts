import { documented } from '../../generators/bodies.ts';
import type { Setup } from '../../generators/case.ts';
import { quantity } from '../../generators/quantity.ts';
import { plainSize } from '../../generators/satisfy.ts';
import { ownersOf } from '../judge/owners.ts';
import type { Blocked, Step } from '../step.ts';
import { farewell, isReady, readLater } from './care.ts';
import type { Lab } from './lab.ts';
import { BlockedVolume, LostExchange, type Subject, Unavailable } from './subject.ts';

/** An anchor is tried on so many volumes. */
const attempts = 3;

/**
 * Parts with a volume: anchors the refusals that wait for it and gives it back, at the check's pace only where volumes
 * stand alone. The stand-in of one that can no longer be anchored may need its room, and so comes afterwards.
 */
export async function part(lab: Lab, subject: Subject): Promise<void> {
  const { run } = lab;
  const waits = subject.unanchored && subject.anchor === 'none';
  try {
    const trouble = waits ? await anchor(lab, subject) : undefined;
    const work = farewell(run, subject);
    if (run.alone()) await work;
    else run.depart(work);
    if (waits)
      subject.anchor =
        (trouble === 'lost' ? await alikeAnchor(lab, { ...subject.setup, grown: 0 }) : trouble) ?? 'good';
  } finally {
    run.fleet.remove(subject);
  }
}

/** Anchors a volume that stays, or one like it. */
export async function settleAnchor(lab: Lab, subject: Subject): Promise<void> {
  const trouble = await anchor(lab, subject);
  subject.anchor = (trouble === 'lost' ? await alikeAnchor(lab, { ...subject.setup, grown: 0 }) : trouble) ?? 'good';
}

async function anchor(lab: Lab, subject: Subject): Promise<Blocked | 'lost' | undefined> {
  const { run } = lab;
  await readLater(run, subject);
  if (subject.spoilt === 'changed') {
    return {
      by: ['effect.refusal'],
      reason: 'the volume changed under a refusal, so that its refusals cannot be anchored',
    };
  }
  // one without room to grow, or of which nobody knows whether it is being extended, is of no more use than one that is lost
  const busy = !subject.observed && subject.extensions > 0;
  if (subject.spoilt !== undefined || busy || subject.now.size >= run.room.ceiling) return 'lost';
  const isBusy = subject.refusal === undefined;
  if (!(await isReady(run, subject, isBusy ? 'ready' : 'state'))) {
    // what was accepted last has not ended, and says nothing of the refusals before it
    if (isBusy) return 'lost';
    return { by: ['effect.refusal'], reason: `the volume is in state "${subject.now.status}" after a refusal` };
  }
  const { refusal } = subject;
  try {
    const trouble = await lab.grow(subject);
    if (trouble === undefined || refusal === undefined || subject.refusal === refusal) return trouble;
    return await locked(lab, subject, refusal.step, trouble);
  } catch (error) {
    if (!(error instanceof LostExchange)) throw error;
    return 'lost';
  }
}

/**
 * A valid extension was refused after refusals: where a volume like it takes the same, and this one still does not after
 * a while, the refusal has changed it, though nothing of that can be read.
 */
async function locked(lab: Lab, subject: Subject, refused: Step, trouble: Blocked): Promise<Blocked | undefined> {
  const { run } = lab;
  const { setup, extensions, now } = subject;
  // as large as it is, and extended as often: neither may be why
  for (const alike of [
    { ...setup, size: now.size, grown: 0 },
    ...(extensions > 0 ? [{ ...setup, grown: extensions }] : []),
  ]) {
    if ((await alikeAnchor(lab, alike)) !== undefined) return trouble;
  }
  await run.clock.sleep(run.patience.ms('moment'), run.signal);
  if ((await lab.grow(subject)) === undefined) return undefined;
  if (subject.refusal !== undefined && !run.signal.aborted) run.witness({ ...subject.refusal.step, lockedBy: refused });
  subject.spoilt = 'changed';
  return undefined;
}

/** The anchor of a volume that is set up alike, and was asked for nothing else; it stands in for one that cannot be anchored. */
async function alikeAnchor({ run, anchorSetup }: Lab, setup: Setup): Promise<Blocked | undefined> {
  const size = setup.grown === 0 ? plainSize(setup.size, run.room) : quantity('current', 10);
  let lost = '';
  for (let attempt = 0; attempt < attempts && !run.signal.aborted; attempt += 1) {
    try {
      return await anchorSetup({ ...setup, exact: true }, { body: documented(run.contract.names), size });
    } catch (error) {
      if (error instanceof BlockedVolume) return error.blocked;
      if (error instanceof Unavailable) return { by: ownersOf({ setup, size }, run.room), reason: error.message };
      if (!(error instanceof LostExchange)) throw error;
      lost = error.message;
    }
  }
  return {
    by: ownersOf({ setup, size }, run.room),
    reason: `no outcome of the valid extension that is its anchor: ${lost === '' ? 'the run was cut short' : lost}`,
  };
}
